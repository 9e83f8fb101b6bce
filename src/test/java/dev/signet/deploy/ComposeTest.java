package dev.signet.deploy;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code deploy/compose} against the application, its image, nginx's configuration and the script that runs it without
 * containers.
 */
class ComposeTest {

    private static final Path FOLDER = Path.of("deploy/compose");
    private static final List<String> NODES = List.of("signet-1", "signet-2");
    private static final Set<String> SERVICE_MEMBERS = Set.of(
            "image",
            "restart",
            "read_only",
            "cap_drop",
            "security_opt",
            "stop_grace_period",
            "mem_limit",
            "depends_on",
            "entrypoint",
            "command",
            "environment",
            "secrets",
            "volumes",
            "networks",
            "healthcheck",
            "tmpfs",
            "user",
            "ports");

    private final Map<String, Object> compose = read("compose.yaml");
    private final String nginx = Files.readString(FOLDER.resolve("nginx.conf"));

    ComposeTest() throws IOException {}

    private static Map<String, Object> read(String file) throws IOException {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(strict)).load(Files.readString(FOLDER.resolve(file)));
    }

    @Test
    void composeMembersAndReferencesAreValid() {
        assertThat(compose.keySet()).isSubsetOf("name", "x-signet", "services", "networks", "volumes", "secrets");
        members(compose, "services").forEach((name, service) -> {
            Map<String, Object> members = cast(service);
            assertThat(members.keySet()).as(name).isSubsetOf(SERVICE_MEMBERS);
            assertThat(members(compose, "secrets").keySet()).as(name).containsAll(list(members, "secrets"));
        });
        members(compose, "secrets")
                .forEach((name, secret) ->
                        assertThat(cast(secret)).as(name).containsExactly(Map.entry("file", "secrets/" + name)));
    }

    @Test
    void nodesWriteOnlyToTheImageVolume() throws IOException {
        String volume = Dockerfile.read("Dockerfile.jvm").only("VOLUME");
        for (String node : NODES) {
            assertThat(service(node))
                    .as(node)
                    .containsEntry("read_only", true)
                    .containsEntry("cap_drop", List.of("ALL"))
                    .containsEntry("security_opt", List.of("no-new-privileges:true"))
                    .containsEntry("volumes", List.of(node + ":" + volume))
                    .doesNotContainKeys("privileged", "user", "ports");
        }
    }

    @Test
    void environmentHasKnownSettingsAndNoSecrets() throws IOException {
        for (String node : NODES) {
            assertThat(members(service(node), "environment").keySet())
                    .as(node)
                    .isSubsetOf(Environment.known())
                    .doesNotContainAnyElementsOf(Environment.SECRETS);
        }
    }

    @Test
    void unsetVariablesAreNotPassedEmpty() throws IOException {
        for (String node : NODES) {
            assertThat(members(service(node), "environment").values())
                    .as(node)
                    .filteredOn(value -> value != null)
                    .allSatisfy(value ->
                            assertThat(withoutVariables((String) value)).isNotBlank());
        }
        assertThat(Files.readString(FOLDER.resolve("compose.yaml")))
                .as("a variable has a default, is required, or is a name without a value")
                .doesNotContainPattern("\\$\\{[A-Z_]+(:?-)?\\}");
    }

    /** Returns a value with the defaults of all variables that have one. */
    private static String withoutVariables(String value) {
        return value.replaceAll("\\$\\{[A-Z_]+:?-?([^}]*)\\}", "$1");
    }

    @Test
    void secretsAreReadFromTheirMount() {
        for (String node : NODES) {
            assertThat(list(service(node), "secrets"))
                    .allSatisfy(secret ->
                            assertThat(members(service(node), "environment")).containsValue("/run/secrets/" + secret));
        }
        assertThat(list(service("nginx"), "secrets"))
                .allSatisfy(secret -> assertThat(nginx).contains(" /run/secrets/" + secret + ";"));
        assertThat(members(service("postgres"), "environment"))
                .containsEntry("POSTGRES_PASSWORD_FILE", "/run/secrets/database-password");
    }

    @Test
    void secretScriptCreatesEverySecret() throws IOException {
        String script = Files.readString(Path.of("deploy/secrets.sh"));

        assertThat(members(compose, "secrets").keySet()).allSatisfy(secret -> {
            if (!secret.startsWith("tls-")) {
                assertThat(script).contains(">" + secret + "\n");
            }
        });
    }

    @Test
    void onlyNginxIsTrustedAndReachable() {
        String proxyIpAddress = ipAddress("nginx");

        for (String node : NODES) {
            assertThat(members(service(node), "environment"))
                    .containsEntry("SIGNET_WEB_TRUSTED_PROXIES", proxyIpAddress);
        }
        assertThat(nginx).contains("proxy_set_header X-Forwarded-For $remote_addr;");
        assertThat(list(service("nginx"), "ports"))
                .allSatisfy(port -> assertThat(nginx).contains("listen " + port.split(":")[1] + " "));
    }

    @Test
    void nginxForwardsToTheNodePorts() throws IOException {
        String port = Dockerfile.read("Dockerfile.jvm").only("EXPOSE").split(" ")[0];

        List<String> expected =
                NODES.stream().map(node -> ipAddress(node) + ":" + port).toList();
        assertThat(servers("max_fails=1 fail_timeout=\\d+s")).isEqualTo(expected);
        assertThat(servers("max_fails=0 backup"))
                .as("backup entries without failure detection")
                .isEqualTo(expected);
        assertThat(servers(".*")).hasSize(4);
    }

    @Test
    void recreatedContainersKeepTheirIpAddresses() {
        List<?> ranges = (List<?>)
                members(members(members(compose, "networks"), "inside"), "ipam").get("config");
        Map<String, Object> network = cast(ranges.get(0));
        String subnet = "172.30.0.";

        assertThat(network).containsEntry("subnet", subnet + "0/24").containsEntry("ip_range", subnet + "128/25");
        assertThat(Stream.concat(NODES.stream(), Stream.of("nginx")).map(this::ipAddress))
                .doesNotHaveDuplicates()
                .allSatisfy(ipAddress -> {
                    assertThat(ipAddress).startsWith(subnet);
                    assertThat(Integer.parseInt(ipAddress.substring(subnet.length())))
                            .as("outside the range of the other containers")
                            .isLessThan(128);
                });
    }

    @Test
    void plainHttpIsOnlyRedirected() {
        Matcher servers =
                Pattern.compile("(?s)\\n    server \\{\\n(.*?)\\n    }\\n").matcher(nginx);

        assertThat(servers.results().map(server -> server.group(1)).filter(server -> !server.contains(" ssl ")))
                .singleElement()
                .asString()
                .contains("return 301 https://${SIGNET_HOST}$request_uri;")
                .doesNotContain("proxy_pass");
        assertThat(list(service("nginx"), "ports")).containsExactly("80:8080", "443:8443");
    }

    @Test
    void nginxReadsTheTemplateWithTheConfiguredHost() {
        assertThat(service("nginx"))
                .containsEntry("volumes", List.of("./nginx.conf:/etc/nginx/templates/nginx.conf.template:ro"))
                .containsEntry("tmpfs", List.of("/tmp"))
                .containsEntry("command", List.of("nginx", "-c", "/tmp/nginx.conf", "-g", "daemon off;"));
        assertThat(members(service("nginx"), "environment"))
                .containsEntry("NGINX_ENVSUBST_OUTPUT_DIR", "/tmp")
                .containsEntry("NGINX_ENVSUBST_FILTER", "^SIGNET_HOST$$");
        assertThat("https://" + members(service("nginx"), "environment").get("SIGNET_HOST"))
                .isEqualTo(members(service("signet-1"), "environment").get("SIGNET_ISSUER"));
        assertThat(Pattern.compile("\\$\\{\\w+\\}").matcher(nginx).results().map(MatchResult::group))
                .containsOnly("${SIGNET_HOST}");
    }

    @Test
    void trialMailServerReceivesTheMailsOfEveryNode() throws IOException {
        Map<String, Object> trial = members(read("trial-mail.yaml"), "services");

        for (String node : NODES) {
            Map<String, Object> environment = members(cast(trial.get(node)), "environment");
            assertThat(trial).containsKey((String) environment.get("QUARKUS_MAILER_HOST"));
            assertThat(environment).as("credentials of another server").containsEntry("QUARKUS_MAILER_USERNAME", "");
            assertThat(members(service(node), "environment").keySet()).containsAll(environment.keySet());
        }
        assertThat(list(cast(trial.get("mailpit")), "ports"))
                .allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
        assertThat(members(compose, "services")).as("production").doesNotContainKey("mailpit");
    }

    @Test
    void backupRunsTheScriptWithTheVersionOfTheDatabase() throws IOException {
        Map<String, Object> backup = service("backup");
        String script = Files.readString(FOLDER.resolve("backup.sh"));

        assertThat(backup)
                .containsEntry("image", service("postgres").get("image"))
                .containsEntry("entrypoint", List.of("/backup.sh"))
                .containsEntry("volumes", List.of("./backup.sh:/backup.sh:ro", "backups:/var/lib/postgresql/data"))
                .containsEntry("user", "postgres");
        assertThat(members(backup, "environment")).containsEntry("BACKUP_DIRECTORY", "/var/lib/postgresql/data");
        assertThat(members(backup, "environment").keySet())
                .allSatisfy(variable -> assertThat(script).contains(variable));
        assertThat(FOLDER.resolve("backup.sh")).isExecutable();
    }

    private String ipAddress(String service) {
        return (String)
                cast(members(service(service), "networks").get("inside")).get("ipv4_address");
    }

    private List<String> servers(String parameters) {
        return Pattern.compile("server (\\S+) " + parameters + ";")
                .matcher(nginx)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void gracePeriodOutlastsGracefulShutdown() {
        Duration grace = Duration.parse("PT" + service(NODES.get(0)).get("stop_grace_period"));

        assertThat(grace).isGreaterThan(Duration.ofSeconds(25));
    }

    @Test
    void topologyScriptUsesTheComposeSettings() throws IOException {
        String script = Files.readString(Path.of("src/test/scripts/topology.sh"));

        assertThat(script)
                .contains("export_environment_of compose.yaml", "export_environment_of trial-mail.yaml")
                .contains("$COMPOSE/nginx.conf", "$COMPOSE/backup.sh", "deploy/secrets.sh");
    }

    private Map<String, Object> service(String name) {
        return cast(members(compose, "services").get(name));
    }

    private static Map<String, Object> members(Map<String, Object> map, String name) {
        return cast(map.get(name));
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(Map<String, Object> map, String name) {
        return (List<String>) map.getOrDefault(name, List.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object value) {
        return (Map<String, Object>) value;
    }
}
