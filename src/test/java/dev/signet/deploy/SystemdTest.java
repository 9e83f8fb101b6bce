package dev.signet.deploy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The systemd units of {@code deploy/systemd} against the application, the images, the secrets script and each other.
 * {@code systemd.sh} runs Signet under their restrictions.
 */
class SystemdTest {

    private static final Path FOLDER = Path.of("deploy/systemd");
    private static final String JAR = "signet-jar.service";
    private static final String BINARY = "signet-native.service";

    @ParameterizedTest
    @ValueSource(strings = {JAR, BINARY})
    void environmentHasKnownSettingsAndNoSecrets(String unit) throws IOException {
        Set<String> known = new TreeSet<>(Environment.known());
        known.addAll(dockerfile(unit).environment().keySet());

        Set<String> variables = new TreeSet<>(environment(unit).keySet());
        variables.addAll(settings().keySet());
        assertThat(variables).isSubsetOf(known).doesNotContainAnyElementsOf(Environment.SECRETS);
        assertThat(environment(unit).keySet())
                .as("signet.env does not replace what the unit decides")
                .doesNotContainAnyElementsOf(settings().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {JAR, BINARY})
    void secretsOfTheScriptAreReadAsCredentials(String unit) throws IOException {
        String script = Files.readString(Path.of("deploy/secrets.sh"));
        List<String> credentials = values(unit, "LoadCredential");

        assertThat(credentials).hasSize(2).allSatisfy(credential -> {
            String name = credential.split(":")[0];
            assertThat(credential).isEqualTo(name + ":/etc/signet/secrets/" + name);
            assertThat(script).contains(">" + name + "\n");
            assertThat(environment(unit)).containsValue("%d/" + name);
        });
        assertThat(value(unit, "EnvironmentFile")).isEqualTo("/etc/signet/signet.env");
    }

    @ParameterizedTest
    @ValueSource(strings = {JAR, BINARY})
    void onlyTheStateDirectoryIsWritable(String unit) throws IOException {
        assertThat(value(unit, "StateDirectory")).isEqualTo("signet");
        assertThat(value(unit, "WorkingDirectory")).isEqualTo("%S/signet");
        assertThat(environment(unit)).containsEntry("SIGNET_DATABASE_DIRECTORY", "%S/signet");
        assertThat(value(unit, "ProtectSystem")).isEqualTo("strict");
        assertThat(members(unit)).doesNotContainKeys("ReadWritePaths", "User");
        assertThat(value(unit, "DynamicUser")).isEqualTo("yes");
        assertThat(value(unit, "NoNewPrivileges")).isEqualTo("yes");
        assertThat(value(unit, "CapabilityBoundingSet")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {JAR, BINARY})
    void coreDumpsAreDisabled(String unit) throws IOException {
        assertThat(value(unit, "LimitCORE")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {JAR, BINARY})
    void stopTimeoutOutlastsGracefulShutdown(String unit) throws IOException {
        Properties application = new Properties();
        application.load(Files.newBufferedReader(Path.of("src/main/resources/application.properties")));
        String delay = environment(unit).get("QUARKUS_SHUTDOWN_DELAY");

        assertThat(delay).isEqualTo(dockerfile(unit).environment().get("QUARKUS_SHUTDOWN_DELAY"));
        assertThat(seconds(value(unit, "TimeoutStopSec")))
                .isGreaterThan(seconds(delay) + 2 * seconds(application.getProperty("quarkus.shutdown.timeout")));
        assertThat(value(unit, "Restart")).isEqualTo("on-failure");
    }

    private static long seconds(String duration) {
        return Long.parseLong(duration.replace("s", ""));
    }

    @Test
    void unitsDifferInTheProgramOnly() throws IOException {
        Map<String, List<String>> jar = members(JAR);
        Map<String, List<String>> binary = members(BINARY);
        Set<String> names = new TreeSet<>(jar.keySet());
        names.addAll(binary.keySet());

        assertThat(names.stream()
                        .filter(name -> !jar.getOrDefault(name, List.of()).equals(binary.get(name))))
                .containsExactlyInAnyOrder("ExecStart", "Environment", "MemoryMax", "MemoryDenyWriteExecute");
        assertThat(jar).doesNotContainKey("MemoryDenyWriteExecute");
        assertThat(binary).containsEntry("MemoryDenyWriteExecute", List.of("yes"));
        assertThat(environment(JAR).get("JAVA_TOOL_OPTIONS"))
                .isEqualTo(dockerfile(JAR).environment().get("JAVA_TOOL_OPTIONS"));
    }

    @Test
    void jarStartsWithTheOptionsOfTheImage() throws IOException {
        // The ahead-of-time cache and the unpacked library of AWS-LC are only in the image.
        List<String> options = Stream.of(dockerfile(JAR).only("ENTRYPOINT").split("[\\[\\], \"]+"))
                .filter(option -> option.startsWith("-XX:") && !option.startsWith("-XX:AOTCache")
                        || option.startsWith("--enable"))
                .toList();

        assertThat(options).hasSizeGreaterThan(3);
        assertThat(Arrays.asList(value(JAR, "ExecStart").split("\\s+"))).containsAll(options);
    }

    @Test
    void memoryLimitsEqualThoseOfKubernetes() throws IOException {
        assertThat(value(JAR, "MemoryMax")).isEqualTo(kubernetesLimit(1));
        assertThat(value(BINARY, "MemoryMax")).isEqualTo(kubernetesLimit(2));
    }

    private static String kubernetesLimit(int installation) {
        return KubernetesTest.INSTALLATIONS
                .get(installation)
                .container()
                .getResources()
                .getLimits()
                .get("memory")
                .toString()
                .replace("Mi", "M");
    }

    @Test
    void otherMachinesCannotConnectToSignet() throws IOException {
        assertThat(settings())
                .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
                .containsEntry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1")
                .containsEntry("SIGNET_WEB_TRUSTED_PROXIES", "127.0.0.1");
    }

    @Test
    void documentationInstallsTheFilesOfTheUnits() throws IOException {
        String page = Files.readString(Path.of("docs/operations/deployment.md"));

        assertThat(List.of(
                        "deploy/systemd/" + JAR,
                        "deploy/systemd/" + BINARY,
                        "deploy/systemd/signet.env",
                        "/etc/systemd/system/signet.service",
                        "/etc/signet/signet.env",
                        "systemd 250",
                        "tcp dport 8080 meta skuid",
                        "deploy/secrets.sh /etc/signet/secrets"))
                .allSatisfy(text -> assertThat(page).contains(text));
        for (String unit : List.of(JAR, BINARY)) {
            assertThat(Stream.of(value(unit, "ExecStart").split("\\s+")).filter(word -> word.startsWith("/opt/")))
                    .singleElement()
                    .satisfies(program -> assertThat(page).contains(program.replace("/quarkus-run.jar", "")));
        }
    }

    private static Dockerfile dockerfile(String unit) {
        return Dockerfile.read(unit.equals(JAR) ? "Dockerfile.jvm" : "Dockerfile.native");
    }

    private static Map<String, String> environment(String unit) throws IOException {
        return values(unit, "Environment").stream()
                .map(assignment -> assignment.replace("\"", "").split("=", 2))
                .collect(Collectors.toMap(assignment -> assignment[0], assignment -> assignment[1]));
    }

    private static Map<String, String> settings() throws IOException {
        return Files.readAllLines(FOLDER.resolve("signet.env")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
    }

    private static String value(String unit, String name) throws IOException {
        assertThat(values(unit, name)).as(name).hasSize(1);
        return values(unit, name).get(0);
    }

    private static List<String> values(String unit, String name) throws IOException {
        return members(unit).getOrDefault(name, List.of());
    }

    /** Returns the values of each setting, in order; a backslash continues a line. */
    private static Map<String, List<String>> members(String unit) throws IOException {
        return Files.readString(FOLDER.resolve(unit))
                .replaceAll("\\\\\\n\\s*", "")
                .lines()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.groupingBy(
                        setting -> setting[0], Collectors.mapping(setting -> setting[1], Collectors.toList())));
    }
}
