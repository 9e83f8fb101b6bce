package dev.signet.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** The values, the schema and the optional objects of {@code deploy/helm}; {@link KubernetesTest} tests the rest. */
class HelmChartTest {

    private static final KubernetesInstallation DEFAULT =
            KubernetesInstallation.fromChart("chart", "Dockerfile.jvm", HelmChart.REQUIRED);
    private static final KubernetesInstallation ALL =
            KubernetesInstallation.fromChart("chart with all options", "Dockerfile.jvm", HelmChart.allOptions());

    @Test
    void lintReportsNoWarning() {
        var result = HelmChart.lint();

        assertThat(result.isFailed()).isFalse();
        assertThat(result.getMessages()).noneMatch(message -> message.contains("[WARNING]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            issuer: ''                        | Set issuer to the public https URL of Signet
            image: {repository: ''}           | Set image.repository to the registry and name
            database: {url: ''}               | Set database.url to the JDBC URL of PostgreSQL
            secrets: {existingSecret: ''}     | Set secrets.existingSecret to the Secret
            """, quoteCharacter = '`')
    void missingRequiredValueIsNamed(String values, String sentence) {
        assertRejected(values, sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ingress: {enabled: true}                                              | Set trustedProxies to the IP addresses
            service: {type: LoadBalancer}                                         | service.type LoadBalancer requires a rule
            service: {type: NodePort}                                             | service.type NodePort requires a rule
            mail: {from: id@example.com}                                          | Set mail.host
            {runtime: native, javaToolOptions: -Xmx1g}                            | javaToolOptions requires runtime jvm
            replicas: 1                                                           | podDisruptionBudget.minAvailable must be lower
            autoscaling: {enabled: true, minReplicas: 1}                          | podDisruptionBudget.minAvailable must be lower
            autoscaling: {enabled: true, minReplicas: 7}                          | autoscaling.maxReplicas must not be lower
            terminationGracePeriodSeconds: 25                                     | terminationGracePeriodSeconds must be longer
            shutdownDelaySeconds: 4                                               | shutdownDelaySeconds must be longer
            extraEnv: [{name: SIGNET_ISSUER, value: 'https://b.example.com'}]     | extraEnv must not contain SIGNET_ISSUER
            extraEnv: [{name: QUARKUS_DATASOURCE_PASSWORD, value: a}]             | put the secret into the property file
            """)
    void contradictoryValuesAreRejected(String values, String sentence) {
        assertRejected(values, sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?password=a", "?ssl=true&sslpassword=a", "?PASSWORD=a"})
    void passwordInDatabaseUrlIsRejected(String query) {
        assertRejected(
                "database: {url: 'jdbc:postgresql://database.example.com/signet" + query + "'}",
                "database.url must not contain a password");
    }

    @Test
    void loadBalancerIsAcceptedWithARuleForItsClients() {
        String rule = "extraIngress: [{from: [{ipBlock: {cidr: 198.51.100.0/24}}], ports: [{port: http}]}]";

        assertThat(HelmChart.render(
                        HelmChart.REQUIRED, "{service: {type: LoadBalancer}, networkPolicy: {" + rule + "}}"))
                .contains("type: LoadBalancer", "198.51.100.0/24");
        assertThat(HelmChart.render(
                        HelmChart.REQUIRED, "{service: {type: LoadBalancer}, networkPolicy: {enabled: false}}"))
                .contains("type: LoadBalancer");
    }

    @Test
    void issuerWithPathRequiresAnotherIngress() {
        assertRejected(
                "{issuer: 'https://example.com/id', ingress: {enabled: true}, trustedProxies: [10.0.0.1]}",
                "ingress.enabled requires an issuer without a path");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            replicaCount: 3                            | replicaCount
            mail: {hostname: smtp.example.com}         | hostname
            resources: {requests: {memory: much}}      | memory
            issuer: http://id.example.com              | issuer
            issuer: https://id.example.com/            | issuer
            image: {repository: 'signet:jvm'}          | repository
            database: {url: 'jdbc:h2:mem:test'}        | url
            database: {maxConnections: '20'}           | maxConnections
            trustedProxies: [ingress.example.com]      | trustedProxies
            tracing: {endpoint: 'collector:4318'}      | endpoint
            tracing: {sampleRatio: 1.5}                | sampleRatio
            management: {port: 9001}                   | management
            runtime: graalvm                           | runtime
            extraVolumeMounts: [{name: a, mountPath: /a}] | readOnly
            readinessProbe: {path: /}                  | path
            """)
    void schemaRejectsUnknownAndInvalidValues(String values, String name) {
        assertRejected(values, "values don't meet the specifications of the schema");
        assertRejected(values, name);
    }

    private static void assertRejected(String values, String sentence) {
        assertThatThrownBy(() -> HelmChart.render(HelmChart.REQUIRED, values)).hasMessageContaining(sentence);
    }

    @Test
    void everyValueIsInTheSchemaAndInATemplate() throws IOException {
        Set<String> values = new TreeSet<>();
        collect("", Manifests.read(HelmChart.FOLDER.resolve("values.yaml"), JsonNode.class), values);
        JsonNode schema = Manifests.read(HelmChart.FOLDER.resolve("values.schema.json"), JsonNode.class);
        String templates = texts(HelmChart.FOLDER.resolve("templates"));

        assertThat(values).hasSizeGreaterThan(60).allSatisfy(value -> {
            JsonNode member = schema;
            for (String name : value.split("\\.")) {
                member = member.path("properties").path(name);
            }
            assertThat(member.isMissingNode()).as("missing in the schema").isFalse();
        });
        assertThat(values).allMatch(value -> isUsed(value, templates));
        Set<String> described = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(described::add);
        described.remove("global");
        assertThat(described)
                .isEqualTo(values.stream()
                        .map(value -> value.replaceFirst("\\..*", ""))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Adds the paths of the leaves; a list and an empty object are leaves. */
    private static void collect(String path, JsonNode node, Set<String> paths) {
        node.properties().forEach(member -> {
            String name = path + member.getKey();
            boolean leaf = !member.getValue().isObject()
                    || member.getValue().isEmpty()
                    || name.endsWith("Probe")
                    || name.endsWith(".labels");
            if (leaf) {
                paths.add(name);
            } else {
                collect(name + ".", member.getValue(), paths);
            }
        });
    }

    private static boolean isUsed(String value, String templates) {
        // The template of the network policy has its values as the scope.
        String relative = value.startsWith("networkPolicy.") ? value.substring("networkPolicy".length()) : value;
        return Stream.of("Values." + value, "$v." + value, "with " + relative, "range " + relative)
                .anyMatch(expression -> Pattern.compile(Pattern.quote(expression) + "\\b")
                        .matcher(templates)
                        .find());
    }

    private static String texts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }

    @Test
    void chartHasTheVersionOfTheApplication() throws IOException {
        String version = Pattern.compile("<artifactId>signet</artifactId>\\s*<version>([^<-]+)(-SNAPSHOT)?<")
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);

        JsonNode chart = Manifests.read(HelmChart.FOLDER.resolve("Chart.yaml"), JsonNode.class);
        assertThat(chart.path("appVersion").asText()).isEqualTo(version);
        assertThat(DEFAULT.container().getImage()).isEqualTo("registry.example.com/signet:" + version);
        assertThat(KubernetesTest.INSTALLATIONS.get(2).container().getImage())
                .isEqualTo("registry.example.com/signet:" + version + "-native");
        assertThat(ALL.container().getImage())
                .matches("registry\\.example\\.com:5000/identity/signet@sha256:[0-9a-f]{64}");
    }

    @Test
    void optionalObjectsAreAbsentByDefault() {
        assertThat(DEFAULT.manifests())
                .extracting(HasMetadata::getKind)
                .containsExactlyInAnyOrder(
                        "Deployment", "Service", "Service", "ServiceAccount", "PodDisruptionBudget", "NetworkPolicy");
    }

    @Test
    void everyObjectIsInTheNamespaceOfTheReleaseAndHasItsLabels() {
        assertThat(ALL.manifests()).allSatisfy(manifest -> {
            assertThat(manifest.getMetadata().getNamespace()).isEqualTo("signet");
            assertThat(manifest.getMetadata().getLabels())
                    .containsAllEntriesOf(
                            ALL.deployment().getSpec().getSelector().getMatchLabels())
                    .containsKey("helm.sh/chart");
        });
    }

    @Test
    void ingressForwardsTheHostOfTheIssuerToTheApiOnly() {
        Ingress ingress = ALL.only(Ingress.class);
        IngressRule rule = ingress.getSpec().getRules().get(0);
        IngressTLS tls = ingress.getSpec().getTls().get(0);
        var backend = rule.getHttp().getPaths().get(0).getBackend().getService();

        assertThat("https://" + rule.getHost()).isEqualTo(ALL.valueOf("SIGNET_ISSUER"));
        assertThat(tls.getHosts()).containsExactly(rule.getHost());
        assertThat(tls.getSecretName()).isNotBlank();
        assertThat(ingress.getSpec().getRules()).hasSize(1);
        assertThat(rule.getHttp().getPaths()).hasSize(1);
        assertThat(ALL.service(backend.getName()).getSpec().getPorts())
                .extracting(port -> port.getName(), port -> port.getTargetPort().getStrVal())
                .containsExactly(tuple(backend.getPort().getName(), "http"));
    }

    @Test
    void autoscalerReplacesTheNumberOfReplicas() {
        var target = ALL.only(HorizontalPodAutoscaler.class).getSpec().getScaleTargetRef();

        assertThat(ALL.deployment().getSpec().getReplicas()).isNull();
        assertThat(target.getKind()).isEqualTo("Deployment");
        assertThat(target.getName()).isEqualTo(ALL.deployment().getMetadata().getName());
    }

    @Test
    void passwordsOfOtherSecretsAreReadFromFiles() {
        assertThat(ALL.secretNames()).containsExactly("signet-secrets", "signet-database", "signet-admin");
        assertThat(ALL.valueOf("QUARKUS_CONFIG_LOCATIONS"))
                .isEqualTo("/run/secrets/signet/signet.properties,/run/secrets/signet/database.properties,"
                        + "/run/secrets/signet/admin.properties");
    }

    @Test
    void publicEgressIsAllowedToHttpsAndTheMailPort() {
        KubernetesInstallation relay = KubernetesInstallation.fromChart(
                "chart with a mail relay",
                "Dockerfile.jvm",
                HelmChart.REQUIRED,
                "mail: {from: id@example.com, host: smtp.example.com, port: 2525}");

        assertThat(publicPorts(DEFAULT)).as("without mail").containsExactly(443);
        assertThat(publicPorts(ALL)).containsExactly(443, 465);
        assertThat(publicPorts(relay)).containsExactly(443, 2525);
        assertThat(relay.valueOf("QUARKUS_MAILER_PORT")).isEqualTo("2525");
    }

    private static List<Integer> publicPorts(KubernetesInstallation installation) {
        return installation.policy().getSpec().getEgress().stream()
                .filter(rule -> rule.getTo().stream()
                        .anyMatch(peer -> peer.getIpBlock() != null
                                && peer.getIpBlock().getCidr().equals("0.0.0.0/0")))
                .flatMap(rule -> rule.getPorts().stream())
                .map(port -> port.getPort().getIntVal())
                .toList();
    }

    @Test
    void valuesArePassedAsSettings() {
        assertThat(ALL.container().getEnv())
                .extracting(EnvVar::getName, EnvVar::getValue)
                .contains(
                        setting("SIGNET_WEB_TRUSTED_PROXIES", "10.1.0.0/24,2001:db8::1"),
                        setting("SIGNET_TRACING_ENDPOINT", "http://collector.observability.svc:4318"),
                        setting("SIGNET_TRACING_SAMPLE_RATIO", "0.05"),
                        setting("QUARKUS_MAILER_FROM", "Example <id@example.com>"),
                        setting("QUARKUS_MAILER_TLS", "true"),
                        setting("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "10"),
                        setting("SIGNET_ADMIN_USERNAME", "root@example.com"),
                        setting("SIGNET_ACCOUNTS_REGISTRATION", "invited"),
                        setting("QUARKUS_SHUTDOWN_DELAY", "10s"));
        assertThat(DEFAULT.container().getEnv())
                .extracting(EnvVar::getName)
                .noneMatch(name -> name.startsWith("QUARKUS_MAILER_") || name.startsWith("SIGNET_TRACING_"));
    }

    private static Tuple setting(String name, String value) {
        return tuple(name, value);
    }

    @Test
    void extraEnvCannotReplaceVariablesOfTheChart() throws IOException {
        String helpers = Files.readString(HelmChart.FOLDER.resolve("templates/_helpers.tpl"));

        assertThat(defined(helpers, "signet.reservedEnv"))
                .containsAll(Stream.of(DEFAULT, ALL)
                        .flatMap(installation -> installation.container().getEnv().stream())
                        .map(EnvVar::getName)
                        .filter(name -> !Set.of("SIGNET_ACCOUNTS_REGISTRATION", "SIGNET_PAGES_LOGO")
                                .contains(name))
                        .toList());
        assertThat(defined(helpers, "signet.secretEnv")).isEqualTo(Environment.SECRETS);
    }

    private static Set<String> defined(String helpers, String template) {
        String body = helpers.substring(helpers.indexOf("{{- define \"" + template + "\" -}}"));
        return Pattern.compile("\\b[A-Z]+(_[A-Z]+)+\\b")
                .matcher(body.substring(0, body.indexOf("{{- end }}")))
                .results()
                .map(match -> match.group())
                .collect(Collectors.toSet());
    }

    @Test
    void monitorHasTheLabelsThatPrometheusSelects() {
        assertThat(ALL.only(ServiceMonitor.class).getMetadata().getLabels()).containsEntry("release", "prometheus");
    }

    @Test
    void scrapeJobHasTheNameThatAlertsSelect() {
        assertThat(HelmChart.render(HelmChart.REQUIRED, "{fullnameOverride: idp, serviceMonitor: {enabled: true}}"))
                .contains("idp-management")
                .containsPattern("targetLabel: job\\s+replacement: signet\\s");
    }

    @Test
    void alertsAreThoseOfTheMonitoringFolder() {
        List<Rule> rules = ALL.only(PrometheusRule.class).getSpec().getGroups().stream()
                .flatMap(group -> group.getRules().stream())
                .toList();
        List<JsonNode> expected = new ArrayList<>();
        Manifests.read(Path.of("deploy/monitoring/rules.yaml"), JsonNode.class)
                .path("groups")
                .forEach(group -> group.path("rules").forEach(expected::add));

        assertThat(rules).hasSizeGreaterThan(3);
        assertThat(rules)
                .extracting(Rule::getAlert, rule -> rule.getExpr().getStrVal())
                .containsExactlyElementsOf(expected.stream()
                        .map(rule -> tuple(
                                rule.path("alert").textValue(),
                                rule.path("expr").textValue()))
                        .toList());
    }

    @Test
    void runbooksOfAlertsCanBeUrls() {
        String prefix = "https://git.example.com/signet/blob/main/";

        assertThat(HelmChart.render(
                        HelmChart.REQUIRED, "{prometheusRule: {enabled: true, runbookUrlPrefix: \"" + prefix + "\"}}"))
                .contains("runbook_url: " + prefix + "docs/operations/monitoring.md#signetkeyoverdue")
                .doesNotContain("runbook_url: docs/");
    }

    @Test
    void dashboardIsThatOfTheMonitoringFolder() throws IOException {
        ConfigMap dashboard = ALL.only(ConfigMap.class);

        assertThat(dashboard.getData().values())
                .containsExactly(Files.readString(Path.of("deploy/monitoring/dashboard.json"))
                        .stripTrailing());
        assertThat(dashboard.getMetadata().getLabels()).containsEntry("grafana_dashboard", "1");
    }

    @Test
    void notesNameTheNextSteps() {
        assertThat(HelmChart.notes(HelmChart.REQUIRED))
                .contains("rollout status deployment/signet", "set trustedProxies", "Back up the key-encryption key")
                .contains("remove it from the Secret signet.");
        assertThat(HelmChart.notes(HelmChart.allOptions()))
                .contains("curl https://id.example.com/.well-known/openid-configuration")
                .contains("Sign in as root@example.com", "remove it from the Secret signet-admin.")
                .doesNotContain("port-forward", "network policy is disabled");
        assertThat(HelmChart.notes(HelmChart.REQUIRED, "networkPolicy: {enabled: false}"))
                .contains("Only monitoring may reach port 9000");
    }

    @Test
    void readmeInstallsWithEveryRequiredValue() throws IOException {
        String readme = Files.readString(HelmChart.FOLDER.resolve("README.md"));

        assertThat(List.of("issuer=", "image.repository=", "database.url=", "secrets.existingSecret="))
                .allSatisfy(value -> assertThat(readme).contains("--set " + value));
    }
}
