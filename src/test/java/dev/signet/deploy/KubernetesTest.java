package dev.signet.deploy;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.Endpoint;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The manifests of {@code deploy/kubernetes} and of the rendered chart {@code deploy/helm}, read strictly, against the
 * application, its images and each other.
 */
@QuarkusTest
class KubernetesTest {

    private static final Path FOLDER = Path.of("deploy/kubernetes");
    private static final Kustomization KUSTOMIZATION =
            Manifests.read(FOLDER.resolve("kustomization.yaml"), Kustomization.class);

    static final List<KubernetesInstallation> INSTALLATIONS = List.of(
            new KubernetesInstallation(
                    "kustomization",
                    "Dockerfile.jvm",
                    KUSTOMIZATION.resources().stream()
                            .flatMap(file -> Manifests.read(FOLDER.resolve(file)).stream())
                            .toList()),
            KubernetesInstallation.fromChart("chart", "Dockerfile.jvm", HelmChart.REQUIRED),
            KubernetesInstallation.fromChart(
                    "chart of the native image", "Dockerfile.native", HelmChart.REQUIRED, "runtime: native"),
            KubernetesInstallation.fromChart("chart with all options", "Dockerfile.jvm", HelmChart.allOptions()));

    @TestHTTPResource(value = "/", management = true)
    URI management;

    /** The members of kustomization.yaml that are used. */
    record Kustomization(
            String apiVersion,
            String kind,
            String namespace,
            List<String> resources,
            List<Image> images,
            List<Generated> secretGenerator) {

        record Image(String name, String newName, String newTag) {}

        record Generated(String name, List<String> files) {}
    }

    @Test
    void unknownManifestFieldsAreRejected() {
        String manifest = """
                apiVersion: apps/v1
                kind: Deployment
                spec:
                  template:
                    spec:
                      containers:
                        - name: signet
                          securityContext: {readOnlyRootFileSystem: true}
                """;

        assertThatThrownBy(() -> Manifests.parse(manifest)).rootCause().hasMessageContaining("readOnlyRootFileSystem");
    }

    @Test
    void kustomizationNamesTheImageAndTheSecretOfTheDeployment() {
        KubernetesInstallation installation = INSTALLATIONS.get(0);
        Kustomization.Generated secret = KUSTOMIZATION.secretGenerator().get(0);

        assertThat(KUSTOMIZATION.images().get(0).name())
                .isEqualTo(installation.container().getImage());
        assertThat(installation.secretNames()).containsExactly(secret.name());
        assertThat(secret.files().stream().map(file -> file.substring(0, file.indexOf('='))))
                .containsExactlyElementsOf(installation.secretFiles());
    }

    @Test
    void everyManifestIsListedInTheKustomization() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(".yaml") && !file.equals("kustomization.yaml")))
                    .containsExactlyInAnyOrderElementsOf(KUSTOMIZATION.resources());
        }
    }

    @ParameterizedTest
    @FieldSource("INSTALLATIONS")
    void containerPortsMatchApplicationAndImage(KubernetesInstallation installation) throws IOException {
        Map<String, String> ports = installation.container().getPorts().stream()
                .collect(Collectors.toMap(
                        ContainerPort::getName, port -> port.getContainerPort().toString()));
        Properties application = new Properties();
        application.load(Files.newBufferedReader(Path.of("src/main/resources/application.properties")));

        assertThat(ports)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "http", application.getProperty("quarkus.http.port"),
                        "management", application.getProperty("quarkus.management.port")));
        assertThat(installation.image().only("EXPOSE").split(" "))
                .containsExactlyInAnyOrder(ports.values().toArray(String[]::new));
    }

    @ParameterizedTest
    @FieldSource("INSTALLATIONS")
    void probesUseSeparateHealthEndpoints(KubernetesInstallation installation) throws Exception {
        Map<String, Probe> probes = Map.of(
                "/q/health/started", installation.container().getStartupProbe(),
                "/q/health/live", installation.container().getLivenessProbe(),
                "/q/health/ready", installation.container().getReadinessProbe());

        for (Map.Entry<String, Probe> probe : probes.entrySet()) {
            HTTPGetAction action = probe.getValue().getHttpGet();
            assertThat(action.getPath()).isEqualTo(probe.getKey());
            assertThat(action.getPort().getStrVal()).isEqualTo("management");
            assertThat(get(action.getPath()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void readinessDoesNotDependOnTheDatabase() throws Exception {
        assertThat(get("/q/health/ready").body()).contains("signing keys").doesNotContainIgnoringCase("database");
    }

    @ParameterizedTest
    @FieldSource("INSTALLATIONS")
    void monitoredEndpointIsOnTheManagementPort(KubernetesInstallation installation) throws Exception {
        Assumptions.assumeTrue(installation.has(ServiceMonitor.class));
        ServiceMonitor monitor = installation.only(ServiceMonitor.class);
        Service watched = installation.service("signet-management");
        Endpoint endpoint = monitor.getSpec().getEndpoints().get(0);

        assertThat(watched.getMetadata().getLabels())
                .containsAllEntriesOf(monitor.getSpec().getSelector().getMatchLabels());
        assertThat(installation.service("signet").getMetadata().getLabels())
                .as("the API's service is not scraped")
                .doesNotContainKey("app.kubernetes.io/component");
        assertThat(watched.getSpec().getPorts())
                .extracting(ServicePort::getName)
                .contains(endpoint.getPort());
        assertThat(get(endpoint.getPath()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @FieldSource("INSTALLATIONS")
    void podRunsAsImageUserWithoutPrivileges(KubernetesInstallation installation) throws IOException {
        String[] user = installation.image().only("USER").split(":");
        var pod = installation.pod().getSecurityContext();
        var container = installation.container().getSecurityContext();

        assertThat(installation.pod().getContainers()).hasSize(1);
        assertThat(pod.getRunAsNonRoot()).isTrue();
        assertThat(pod.getRunAsUser()).hasToString(user[0]);
        assertThat(pod.getRunAsGroup()).hasToString(user[1]);
        assertThat(pod.getFsGroup()).as("group that can write to the volume").hasToString(user[1]);
        assertThat(pod.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(container.getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getPrivileged()).isNull();
        assertThat(container.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getCapabilities().getAdd()).isEmpty();
        assertThat(installation.pod().getAutomountServiceAccountToken()).isFalse();
    }

    @ParameterizedTest
    @FieldSource("INSTALLATIONS")
    void onlyImageVolumeIsWritable(KubernetesInstallation installation) throws IOException {
        List<String> writable = installation.container().getVolumeMounts().stream()
                .filter(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
                .map(VolumeMount::getMountPath)
                .toList();

        assertThat(writable).containsExactly(installation.image().only("VOLUME"));
        assertThat(installation.container().getVolumeMounts())
                .extracting(VolumeMount::getName)
                .containsExactlyInAnyOrderElementsOf(installation.pod().getVolumes().stream()
                        .map(volume -> volume.getName())
                        .toList());
    }

    @ParameterizedTest
    @FieldSource("INSTALLATIONS")
    void environmentHasKnownSettingsAndNoSecrets(KubernetesInstallation installation) throws IOException {
        Set<String> known = new TreeSet<>(Environment.known());
        known.addAll(installation.image().environment().keySet());

        assertThat(installation.container().getEnv())
                .extracting(EnvVar::getName)
                .doesNotHaveDuplicates()
                .isSubsetOf(known)
                .doesNotContainAnyElementsOf(Environment.SECRETS);
    }

    @ParameterizedTest
    @FieldSource("INSTALLATIONS")
    void secretFilesAreReadFromTheirMount(KubernetesInstallation installation) {
        String mount = installation.container().getVolumeMounts().stream()
                .filter(volume -> volume.getName().equals("secrets"))
                .findFirst()
                .orElseThrow()
                .getMountPath();
        List<String> read = new ArrayList<>();
        read.add(installation.valueOf("SIGNET_KEYS_ENCRYPTION_KEY_FILE"));
        read.addAll(List.of(installation.valueOf("QUARKUS_CONFIG_LOCATIONS").split(",")));

        assertThat(read).contains(mount + "/key-encryption-key", mount + "/signet.properties");
        assertThat(read)
                .containsExactlyInAnyOrderElementsOf(installation.secretFiles().stream()
                        .map(file -> mount + "/" + file)
                        .toList());
    }

    @ParameterizedTest
    @FieldSource("INSTALLATIONS")
    void selectorsMatchPodLabels(KubernetesInstallation installation) {
        Map<String, String> labels =
                installation.deployment().getSpec().getTemplate().getMetadata().getLabels();
        Map<String, String> selector =
                installation.deployment().getSpec().getSelector().getMatchLabels();

        assertThat(selector).isNotEmpty();
        assertThat(labels).containsAllEntriesOf(selector);
        for (String name : List.of("signet", "signet-management")) {
            assertThat(installation.service(name).getSpec().getSelector()).isEqualTo(selector);
        }
        assertThat(installation
                        .only(PodDisruptionBudget.class)
                        .getSpec()
                        .getSelector()
                        .getMatchLabels())
                .isEqualTo(selector);
        assertThat(installation.policy().getSpec().getPodSelector().getMatchLabels())
                .isEqualTo(selector);
        assertThat(installation.pod().getTopologySpreadConstraints())
                .isNotEmpty()
                .allSatisfy(
                        constraint -> assertThat(constraint.getLabelSelector().getMatchLabels())
                                .isEqualTo(selector));
        assertThat(installation.pod().getServiceAccountName())
                .isEqualTo(installation.only(ServiceAccount.class).getMetadata().getName());
    }

    @ParameterizedTest
    @FieldSource("INSTALLATIONS")
    void servicesAndPolicyUsePodPorts(KubernetesInstallation installation) {
        Map<String, String> expected = new TreeMap<>(Map.of("ingress-nginx", "http", "monitoring", "management"));
        if (installation.name().equals("chart with all options")) {
            expected.put("shop", "http");
        }

        assertThat(installation.service("signet").getSpec().getPorts())
                .extracting(port -> port.getTargetPort().getStrVal())
                .containsExactly("http");
        assertThat(installation.service("signet-management").getSpec().getPorts())
                .extracting(port -> port.getTargetPort().getStrVal())
                .containsExactly("management");
        assertThat(installation.policy().getSpec().getIngress()).allSatisfy(rule -> {
            assertThat(rule.getFrom()).hasSize(1);
            assertThat(rule.getPorts()).hasSize(1);
        });
        assertThat(installation.policy().getSpec().getIngress().stream()
                        .collect(Collectors.toMap(
                                rule -> namespace(rule.getFrom().get(0)),
                                rule -> rule.getPorts().get(0).getPort().getStrVal())))
                .isEqualTo(expected);
        assertThat(installation.container().getPorts())
                .extracting(ContainerPort::getName)
                .containsExactlyInAnyOrderElementsOf(Set.copyOf(expected.values()));
    }

    /** Returns the only namespace of a peer that is limited by nothing else. */
    private static String namespace(NetworkPolicyPeer peer) {
        assertThat(peer.getIpBlock()).isNull();
        assertThat(peer.getPodSelector()).isNull();
        Map<String, String> labels = peer.getNamespaceSelector().getMatchLabels();
        assertThat(labels).containsOnlyKeys("kubernetes.io/metadata.name");
        return labels.get("kubernetes.io/metadata.name");
    }

    @ParameterizedTest
    @FieldSource("INSTALLATIONS")
    void egressIsAllowedOnlyToPublicIpAddresses(KubernetesInstallation installation) {
        List<IPBlock> ranges = installation.policy().getSpec().getEgress().stream()
                .flatMap(rule -> rule.getTo().stream())
                .map(NetworkPolicyPeer::getIpBlock)
                .filter(range -> range != null && !range.getCidr().endsWith("/32"))
                .toList();

        assertThat(ranges).extracting(IPBlock::getCidr).containsExactly("0.0.0.0/0", "2000::/3");
        assertThat(ranges)
                .flatExtracting(IPBlock::getExcept)
                .contains("10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16");
        assertThat(installation.policy().getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
    }

    @ParameterizedTest
    @FieldSource("INSTALLATIONS")
    void gracePeriodOutlastsGracefulShutdown(KubernetesInstallation installation) throws IOException {
        long delay = Long.parseLong(installation
                .value("QUARKUS_SHUTDOWN_DELAY")
                .orElseGet(() -> installation.image().environment().get("QUARKUS_SHUTDOWN_DELAY"))
                .replace("s", ""));
        Properties application = new Properties();
        application.load(Files.newBufferedReader(Path.of("src/main/resources/application.properties")));
        long timeout = Long.parseLong(
                application.getProperty("quarkus.shutdown.timeout").replace("s", ""));

        // Open requests, and after them mails and events, have the timeout.
        assertThat(installation.pod().getTerminationGracePeriodSeconds()).isGreaterThan(delay + 2 * timeout);
        assertThat(application.getProperty("quarkus.shutdown.delay-enabled")).isEqualTo("true");
        assertThat(delay)
                .as("seconds in which a readiness probe sees it")
                .isGreaterThan(
                        (long) installation.container().getReadinessProbe().getPeriodSeconds()
                                * installation.container().getReadinessProbe().getFailureThreshold());
    }

    @ParameterizedTest
    @FieldSource("INSTALLATIONS")
    void startupProbeOutlastsTheWaitForTheDatabase(KubernetesInstallation installation) throws IOException {
        Duration wait = Files.readAllLines(Path.of("docs/configuration.md")).stream()
                .filter(line -> line.startsWith("| `signet.database.start-timeout` |"))
                .map(line -> Duration.parse(line.split("`")[3]))
                .findFirst()
                .orElseThrow();
        Probe probe = installation.container().getStartupProbe();

        // The start itself takes time too.
        assertThat(probe.getPeriodSeconds() * probe.getFailureThreshold()).isGreaterThan((int) wait.toSeconds() + 20);
    }

    @ParameterizedTest
    @FieldSource("INSTALLATIONS")
    void podIsEvictableAndMemoryRequestExceedsMeasurement(KubernetesInstallation installation) throws IOException {
        assertThat(installation.minPods())
                .isGreaterThan(installation
                        .only(PodDisruptionBudget.class)
                        .getSpec()
                        .getMinAvailable()
                        .getIntVal());
        // The line of RSS in the table of goals: the largest figure in the columns of Signet, two on a JVM and one of
        // the binary.
        boolean binary = installation.dockerfile().equals("Dockerfile.native");
        long measured = Files.readAllLines(Path.of("benchmarks/results.md")).stream()
                .filter(line -> line.startsWith("| RSS after the start / under load"))
                .flatMap(line ->
                        Stream.of(line.split("\\|")).skip(binary ? 7 : 4).limit(binary ? 1 : 2))
                .flatMap(columns -> Stream.of(columns.split("\\D+")))
                .filter(figure -> !figure.isEmpty())
                .mapToLong(Long::parseLong)
                .max()
                .orElseThrow();
        assertThat(mebibytes(
                        installation.container().getResources().getRequests().get("memory")))
                .isGreaterThan(measured);
        assertThat(installation.container().getResources().getLimits()).containsOnlyKeys("memory");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(management.resolve(path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static long mebibytes(Quantity quantity) {
        return Quantity.getAmountInBytes(quantity).longValueExact() >> 20;
    }
}
