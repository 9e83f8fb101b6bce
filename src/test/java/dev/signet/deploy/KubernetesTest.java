package dev.signet.deploy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.Endpoint;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The manifests of {@code deploy/kubernetes}, read strictly, against the application, its image and each other. */
@QuarkusTest
class KubernetesTest {

    private static final Path FOLDER = Path.of("deploy/kubernetes");
    private static final Kustomization KUSTOMIZATION =
            Manifests.read(FOLDER.resolve("kustomization.yaml"), Kustomization.class);
    private static final List<HasMetadata> MANIFESTS = KUSTOMIZATION.resources().stream()
            .flatMap(file -> Manifests.read(FOLDER.resolve(file)).stream())
            .toList();
    private static final Deployment DEPLOYMENT = Manifests.only(MANIFESTS.stream(), Deployment.class);
    private static final PodSpec POD = DEPLOYMENT.getSpec().getTemplate().getSpec();
    private static final Container CONTAINER = POD.getContainers().get(0);

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
    void everyManifestIsListedInTheKustomization() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(".yaml") && !file.equals("kustomization.yaml")))
                    .containsExactlyInAnyOrderElementsOf(KUSTOMIZATION.resources());
        }
    }

    @Test
    void containerPortsMatchApplicationAndImage() throws IOException {
        Map<String, String> ports = CONTAINER.getPorts().stream()
                .collect(Collectors.toMap(
                        ContainerPort::getName, port -> port.getContainerPort().toString()));
        Properties application = new Properties();
        application.load(Files.newBufferedReader(Path.of("src/main/resources/application.properties")));

        assertThat(ports)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "http", application.getProperty("quarkus.http.port"),
                        "management", application.getProperty("quarkus.management.port")));
        for (String file : List.of("Dockerfile.jvm", "Dockerfile.native")) {
            assertThat(Dockerfile.read(file).only("EXPOSE").split(" "))
                    .containsExactlyInAnyOrder(ports.values().toArray(String[]::new));
        }
    }

    @Test
    void probesUseSeparateHealthEndpoints() throws Exception {
        Map<String, Probe> probes = Map.of(
                "/q/health/started", CONTAINER.getStartupProbe(),
                "/q/health/live", CONTAINER.getLivenessProbe(),
                "/q/health/ready", CONTAINER.getReadinessProbe());

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

    @Test
    void monitoredEndpointIsOnTheManagementPort() throws Exception {
        ServiceMonitor monitor = Manifests.only(MANIFESTS.stream(), ServiceMonitor.class);
        Service watched = service("signet-management");
        Endpoint endpoint = monitor.getSpec().getEndpoints().get(0);

        assertThat(watched.getMetadata().getLabels())
                .containsAllEntriesOf(monitor.getSpec().getSelector().getMatchLabels());
        assertThat(service("signet").getMetadata().getLabels())
                .as("the API's service is not scraped")
                .doesNotContainKey("app.kubernetes.io/component");
        assertThat(watched.getSpec().getPorts())
                .extracting(ServicePort::getName)
                .contains(endpoint.getPort());
        assertThat(get(endpoint.getPath()).statusCode()).isEqualTo(200);
    }

    @Test
    void podRunsAsImageUserWithoutPrivileges() throws IOException {
        String[] user = Dockerfile.read("Dockerfile.jvm").only("USER").split(":");
        var pod = POD.getSecurityContext();
        var container = CONTAINER.getSecurityContext();

        assertThat(POD.getContainers()).hasSize(1);
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
        assertThat(POD.getAutomountServiceAccountToken()).isFalse();
        assertThat(Dockerfile.read("Dockerfile.native").only("USER")).isEqualTo(String.join(":", user));
    }

    @Test
    void onlyImageVolumeIsWritable() throws IOException {
        List<String> writable = CONTAINER.getVolumeMounts().stream()
                .filter(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
                .map(VolumeMount::getMountPath)
                .toList();

        assertThat(writable)
                .containsExactly(Dockerfile.read("Dockerfile.jvm").only("VOLUME"))
                .containsExactly(Dockerfile.read("Dockerfile.native").only("VOLUME"));
        assertThat(CONTAINER.getVolumeMounts())
                .extracting(VolumeMount::getName)
                .containsExactlyInAnyOrderElementsOf(POD.getVolumes().stream()
                        .map(volume -> volume.getName())
                        .toList());
    }

    @Test
    void environmentHasKnownSettingsAndNoSecrets() throws IOException {
        assertThat(CONTAINER.getEnv()).extracting(EnvVar::getName).isSubsetOf(Environment.known());
        assertThat(CONTAINER.getEnv())
                .extracting(EnvVar::getName)
                .doesNotContain("QUARKUS_DATASOURCE_PASSWORD", "SIGNET_KEYS_ENCRYPTION_KEY", "SIGNET_ADMIN_PASSWORD");
    }

    @Test
    void secretFilesAreReadFromTheirMount() {
        Kustomization.Generated secret = KUSTOMIZATION.secretGenerator().get(0);
        Set<String> files = secret.files().stream()
                .map(file -> file.substring(0, file.indexOf('=')))
                .collect(Collectors.toCollection(TreeSet::new));
        String mount = CONTAINER.getVolumeMounts().stream()
                .filter(volume -> volume.getName().equals("secrets"))
                .findFirst()
                .orElseThrow()
                .getMountPath();

        assertThat(POD.getVolumes())
                .filteredOn(volume -> volume.getName().equals("secrets"))
                .allSatisfy(
                        volume -> assertThat(volume.getSecret().getSecretName()).isEqualTo(secret.name()));
        assertThat(valueOf("SIGNET_KEYS_ENCRYPTION_KEY_FILE")).isEqualTo(mount + "/key-encryption-key");
        assertThat(valueOf("QUARKUS_CONFIG_LOCATIONS")).isEqualTo(mount + "/signet.properties");
        assertThat(files).containsExactly("key-encryption-key", "signet.properties");
    }

    @Test
    void selectorsMatchPodLabels() {
        Map<String, String> labels =
                DEPLOYMENT.getSpec().getTemplate().getMetadata().getLabels();

        assertThat(DEPLOYMENT.getSpec().getSelector().getMatchLabels()).isEqualTo(labels);
        for (String name : List.of("signet", "signet-management")) {
            assertThat(service(name).getSpec().getSelector()).isEqualTo(labels);
        }
        assertThat(Manifests.only(MANIFESTS.stream(), PodDisruptionBudget.class)
                        .getSpec()
                        .getSelector()
                        .getMatchLabels())
                .isEqualTo(labels);
        assertThat(policy().getSpec().getPodSelector().getMatchLabels()).isEqualTo(labels);
        assertThat(KUSTOMIZATION.images().get(0).name()).isEqualTo(CONTAINER.getImage());
    }

    @Test
    void servicesAndPolicyUsePodPorts() {
        List<String> names =
                CONTAINER.getPorts().stream().map(ContainerPort::getName).toList();

        assertThat(service("signet").getSpec().getPorts())
                .extracting(port -> port.getTargetPort().getStrVal())
                .containsExactly("http");
        assertThat(service("signet-management").getSpec().getPorts())
                .extracting(port -> port.getTargetPort().getStrVal())
                .containsExactly("management");
        assertThat(policy().getSpec().getIngress())
                .flatExtracting(rule -> rule.getPorts().stream()
                        .map(NetworkPolicyPort::getPort)
                        .map(port -> port.getStrVal())
                        .toList())
                .containsExactlyElementsOf(names);
    }

    @Test
    void egressIsAllowedOnlyToPublicIpAddresses() {
        assertThat(policy().getSpec().getEgress().stream()
                        .flatMap(rule -> rule.getTo().stream())
                        .filter(peer -> peer.getIpBlock() != null)
                        .map(peer -> peer.getIpBlock().getCidr()))
                .containsExactly("0.0.0.0/0", "2000::/3");
        assertThat(policy().getSpec().getEgress().stream()
                        .flatMap(rule -> rule.getTo().stream())
                        .filter(peer -> peer.getIpBlock() != null)
                        .flatMap(peer -> peer.getIpBlock().getExcept().stream()))
                .contains("10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16");
    }

    @Test
    void gracePeriodOutlastsGracefulShutdown() throws IOException {
        String delay = Dockerfile.read("Dockerfile.jvm").all("ENV").stream()
                .filter(setting -> setting.startsWith("QUARKUS_SHUTDOWN_DELAY="))
                .findFirst()
                .orElseThrow()
                .replaceAll("[^0-9]", "");
        Properties application = new Properties();
        application.load(Files.newBufferedReader(Path.of("src/main/resources/application.properties")));
        long timeout = Long.parseLong(
                application.getProperty("quarkus.shutdown.timeout").replace("s", ""));

        assertThat(POD.getTerminationGracePeriodSeconds()).isGreaterThan(Long.parseLong(delay) + timeout);
        assertThat(application.getProperty("quarkus.shutdown.delay-enabled")).isEqualTo("true");
        assertThat(Long.parseLong(delay))
                .as("seconds in which a readiness probe sees it")
                .isGreaterThan((long) CONTAINER.getReadinessProbe().getPeriodSeconds()
                        * CONTAINER.getReadinessProbe().getFailureThreshold());
    }

    @Test
    void podIsEvictableAndMemoryRequestExceedsMeasurement() throws IOException {
        assertThat(DEPLOYMENT.getSpec().getReplicas())
                .isGreaterThan(Manifests.only(MANIFESTS.stream(), PodDisruptionBudget.class)
                        .getSpec()
                        .getMinAvailable()
                        .getIntVal());
        // The line of RSS in the table of goals: the largest figure in the two columns of Signet on a JVM.
        long measured = Files.readAllLines(Path.of("benchmarks/results.md")).stream()
                .filter(line -> line.startsWith("| RSS after the start / under load"))
                .flatMap(line -> Stream.of(line.split("\\|")).skip(4).limit(2))
                .flatMap(columns -> Stream.of(columns.split("\\D+")))
                .filter(figure -> !figure.isEmpty())
                .mapToLong(Long::parseLong)
                .max()
                .orElseThrow();
        assertThat(mebibytes(CONTAINER.getResources().getRequests().get("memory")))
                .isGreaterThan(measured);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(management.resolve(path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static long mebibytes(Quantity quantity) {
        return Quantity.getAmountInBytes(quantity).longValueExact() >> 20;
    }

    private static NetworkPolicy policy() {
        return Manifests.only(MANIFESTS.stream(), NetworkPolicy.class);
    }

    private static Service service(String name) {
        return Manifests.only(
                MANIFESTS.stream()
                        .filter(manifest ->
                                manifest.getMetadata().getName().equals(name) && manifest instanceof Service),
                Service.class);
    }

    private static String valueOf(String variable) {
        return CONTAINER.getEnv().stream()
                .filter(entry -> entry.getName().equals(variable))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
