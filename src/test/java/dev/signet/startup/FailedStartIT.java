package dev.signet.startup;

import dev.signet.support.database.RejectingPostgresql;
import dev.signet.support.database.TestPostgresql;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.PackagedSignet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The packaged application with one invalid setting at a time: it exits, and its last line names the setting and its
 * environment variable.
 */
class FailedStartIT {

    private static final int MAX_LINES = 15;
    /** Java 24 and later warn of native access (JEP 472). */
    private static final String JAVA_WARNING = "WARNING: ";

    @TempDir
    Path folder;

    @Journey
    @Test
    void misspeltEnvironmentVariableStopsTheStart() throws Exception {
        String sentence = failure(Map.of("SIGNET_TOKENS_ACCES_TOKEN_TTL", "PT5M"));

        assertThat(sentence).contains("SIGNET_TOKENS_ACCES_TOKEN_TTL", "did you mean SIGNET_TOKENS_ACCESS_TOKEN_TTL");
    }

    @ParameterizedTest
    @CsvSource({
        "SIGNET_FOO, 1, SIGNET_FOO",
        "SIGNET_TOKENS_ACCESS_TOKEN_TTL, 5x, signet.tokens.access-token-ttl",
        "SIGNET_TOKENS_ACCESS_TOKEN_TTL, PT0S, signet.tokens.access-token-ttl",
        "SIGNET_DATABASE_CLEAN_UP_INTERVAL, PT0S, signet.database.clean-up-interval",
        "SIGNET_THROTTLE_PER_ADDRESS, -1, signet.throttle.per-address",
        "SIGNET_ISSUER, https://id.example.com/, signet.issuer",
        "SIGNET_WEB_CORS_ORIGINS, https://app.example.com/, signet.web.cors-origins",
        "SIGNET_WEB_TRUSTED_PROXIES, proxy.example.com, signet.web.trusted-proxies",
        "SIGNET_TRACING_ENDPOINT, collector:4318, signet.tracing.endpoint",
        "SIGNET_TRACING_SAMPLE_RATIO, 2, signet.tracing.sample-ratio",
        "SIGNET_FETCH_ALLOWED_HOSTS, https://app.example.com, signet.fetch.allowed-hosts",
        "SIGNET_CLIENTS_REGISTRATION_SCOPES, openid groups, signet.clients.registration-scopes",
        "SIGNET_ADMIN_USERNAME, with:colon, signet.admin.username",
        "SIGNET_ADMIN_USERNAME, two@at@signs, signet.admin.username",
        "SIGNET_ADMIN_PASSWORD, short, signet.admin.password",
        "SIGNET_ADMIN_PASSWORD, password1, signet.admin.password",
        "SIGNET_DATABASE_DIRECTORY, /proc/signet, signet.database.directory",
        "QUARKUS_CONFIG_LOCATIONS, /nowhere/signet.properties, quarkus.config.locations",
        "QUARKUS_MAILER_HOST, '', quarkus.mailer.host",
        "QUARKUS_DATASOURCE_JDBC_MAX_SIZE, many, quarkus.datasource.jdbc.max-size",
        "QUARKUS_DATASOURCE_JDBC_URL, postgresql://localhost/signet, quarkus.datasource.jdbc.url"
    })
    void invalidSettingStopsTheStart(String variable, String value, String setting) throws Exception {
        assertThat(failure(Map.of(variable, value))).contains(setting, variable);
    }

    @Test
    void misspeltPropertyStopsTheStart() throws Exception {
        assertThat(failure(Map.of(), "signet.tokens.acces-token-ttl=PT5M"))
                .contains("SIGNET_TOKENS_ACCES_TOKEN_TTL", "did you mean signet.tokens.access-token-ttl");
    }

    @Test
    void unknownPrefixInAPropertyStopsTheStart() throws Exception {
        assertThat(failure(Map.of(), "signet.tokenss.access-token-ttl=PT5M"))
                .contains("SIGNET_TOKENSS_ACCESS_TOKEN_TTL", "did you mean signet.tokens.access-token-ttl");
    }

    @Test
    void formerCleanUpIntervalStopsTheStart() throws Exception {
        assertThat(failure(Map.of(), "signet.tokens.clean-up-interval=PT10M"))
                .contains("signet.tokens.clean-up-interval is now signet.database.clean-up-interval");
        assertThat(failure(Map.of("SIGNET_AUDIT_CLEAN_UP_INTERVAL", "PT1H")))
                .contains("SIGNET_AUDIT_CLEAN_UP_INTERVAL is now SIGNET_DATABASE_CLEAN_UP_INTERVAL");
    }

    @Test
    void unacceptableRecoveryPasswordStopsTheStart() throws Exception {
        assertThat(failure(Map.of(), "signet.admin.recovery.password=short"))
                .contains("signet.admin.recovery.password", "SIGNET_ADMIN_RECOVERY_PASSWORD", "shorter than 8");
    }

    @Test
    void unwritableDatabaseFolderIsReportedWithTheUrlSetting() throws Exception {
        assertThat(failure(Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:h2:file:/proc/signet/db")))
                .contains("quarkus.datasource.jdbc.url", "QUARKUS_DATASOURCE_JDBC_URL")
                .doesNotContain("signet.database.directory");
    }

    @Test
    void unusableHashLibraryStopsTheStart() throws Exception {
        assumeThat(PackagedSignet.isNative()).isFalse();
        assumeThat(Runtime.version().feature())
                .as("Java that cannot call libargon2")
                .isLessThan(22);
        assertThat(failure(Map.of(), "signet.accounts.password.argon2=libargon2"))
                .contains("signet.accounts.password.argon2", "SIGNET_ACCOUNTS_PASSWORD_ARGON2");
    }

    @Journey
    @Test
    void portInUseStopsTheStart() throws Exception {
        try (ServerSocket occupied = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            assertThat(failure(Map.of(), "quarkus.http.port=" + occupied.getLocalPort()))
                    .contains("quarkus.http.port", "QUARKUS_HTTP_PORT", Integer.toString(occupied.getLocalPort()));
        }
    }

    @Test
    void managementPortInUseStopsTheStart() throws Exception {
        try (ServerSocket occupied = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            assertThat(failure(Map.of(), "quarkus.management.port=" + occupied.getLocalPort()))
                    .contains("quarkus.management.port", "QUARKUS_MANAGEMENT_PORT");
        }
    }

    @Test
    void wrongDatabasePasswordStopsTheStartWithoutWaiting() throws Exception {
        try (RejectingPostgresql server =
                RejectingPostgresql.start("28P01", "password authentication failed for user \"signet\"")) {
            assertThat(failure(Map.of(), "quarkus.datasource.jdbc.url=" + server.url()))
                    .contains("quarkus.datasource.password", "QUARKUS_DATASOURCE_PASSWORD")
                    .doesNotContain("Waiting");
        }
    }

    @Test
    void unknownDatabaseStopsTheStart() throws Exception {
        TestPostgresql.Database database = TestPostgresql.create();

        assertThat(failure(
                        Map.of(),
                        "quarkus.datasource.jdbc.url=jdbc:postgresql://localhost:" + database.port() + "/nowhere",
                        "quarkus.datasource.username=postgres"))
                .contains("QUARKUS_DATASOURCE_JDBC_URL", "create database");
    }

    @Test
    void databaseUserWithoutRightsStopsTheStart() throws Exception {
        TestPostgresql.Database database = TestPostgresql.create();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role onlooker login password 'onlooker'");
        }

        assertThat(failure(
                        Map.of(),
                        "quarkus.datasource.jdbc.url=" + database.urlAt(database.port()),
                        "quarkus.datasource.username=onlooker",
                        "quarkus.datasource.password=onlooker"))
                .contains("QUARKUS_DATASOURCE_USERNAME", "alter database");
    }

    @Journey
    @Test
    void startWaitsForTheDatabaseUntilTheTimeout() throws Exception {
        String log = PackagedSignet.fail(
                folder,
                Map.of("SIGNET_DATABASE_START_TIMEOUT", "PT3S"),
                "quarkus.datasource.jdbc.url=jdbc:postgresql://localhost:1/signet");

        assertThat(log.lines().filter(line -> line.contains("Waiting for the database")))
                .hasSizeBetween(2, 4);
        assertThat(lastLine(log)).contains("quarkus.datasource.jdbc.url", "QUARKUS_DATASOURCE_JDBC_URL");
    }

    @Test
    void startWaitsForAStartingDatabase() throws Exception {
        try (RejectingPostgresql server = RejectingPostgresql.start("57P03", "the database system is starting up")) {
            assertThat(PackagedSignet.fail(
                            folder,
                            Map.of("SIGNET_DATABASE_START_TIMEOUT", "PT2S"),
                            "quarkus.datasource.jdbc.url=" + server.url()))
                    .contains("Waiting for the database", "the database system is starting up");
        }
    }

    @Test
    void variablesOfAKubernetesServiceDoNotStopTheStart() throws Exception {
        String log = PackagedSignet.fail(
                folder,
                Map.of(
                        "SIGNET_SERVICE_HOST", "10.0.0.1",
                        "SIGNET_SERVICE_PORT", "80",
                        "SIGNET_SERVICE_PORT_HTTP", "80",
                        "SIGNET_PORT", "tcp://10.0.0.1:80",
                        "SIGNET_PORT_80_TCP_ADDR", "10.0.0.1",
                        "SIGNET_ISSUER", "https://id.example.com/"));

        assertThat(lastLine(log)).contains("signet.issuer");
    }

    private String failure(Map<String, String> environment, String... settings)
            throws IOException, InterruptedException {
        String log = PackagedSignet.fail(folder, environment, settings);
        assertThat(log).doesNotContain("\tat ");
        assertThat(log.lines().filter(line -> !line.isBlank() && !line.startsWith(JAVA_WARNING)))
                .hasSizeLessThan(MAX_LINES);
        return lastLine(log);
    }

    private static String lastLine(String log) {
        List<String> lines = log.lines().toList();
        return lines.get(lines.size() - 1);
    }
}
