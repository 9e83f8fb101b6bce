package dev.signet.support.installation;

import dev.signet.support.database.TestPostgresql;
import dev.signet.support.mail.SmtpSink;
import dev.signet.support.server.ClientServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Environment of all tests: an empty data directory, the database named by {@code signet.test.database} (PostgreSQL, or
 * H2 in a file), and the crypto provider named by {@code signet.test.provider}.
 */
public final class TestInstallation implements QuarkusTestResourceLifecycleManager {

    public static final String ADMIN_PASSWORD = "correct horse battery staple";

    /** The issuer under test; no server listens there. */
    public static final String ISSUER = "http://localhost:8080";

    /** Returns true if the tests run on PostgreSQL, false on H2. */
    public static boolean isPostgresql() {
        return "postgresql".equals(System.getProperty("signet.test.database"));
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>();
        try {
            Path data = Files.createTempDirectory("signet-test");
            config.put("signet.database.directory", data.toString());
            config.put("signet.admin.password", ADMIN_PASSWORD);
            // The issuer for assertions and proofs, independent of the port of the application.
            config.put("signet.issuer", ISSUER);
            // Both ports are random or neither is, because metrics have a fixed port as a tag. Prometheus rejects two
            // meters of one name with different tags, so the packaged application would hang at startup.
            config.put("quarkus.management.port", "0");
            if (Boolean.getBoolean("signet.test.packaged")) {
                // Otherwise the second application would receive the port that the first one found.
                config.put("quarkus.http.port", "0");
            }
            config.put("signet.login.passkeys.origins", "https://shop.example.com");
            config.put("signet.clients.registration", "token");
            config.put("signet.clients.metadata-documents", "true");
            config.put("signet.fetch.allowed-hosts", "localhost:" + ClientServer.port());
            config.put("signet.oidc.logout.retry-delay", "PT0.2S");
            // A real server instead of the mock mailbox, so that the packaged application uses the same.
            config.put("quarkus.mailer.mock", "false");
            config.put("quarkus.mailer.host", "localhost");
            config.put("quarkus.mailer.port", Integer.toString(SmtpSink.port()));
            config.put("signet.links.mail.retry-delay", "PT1S");
            config.put("signet.throttle.mails-per-address", "100000");
            config.put("signet.webhooks.retry-delay", "PT0.2S");
            // All tests come from one IP address and some must fail; the limit has a test of its own.
            config.put("signet.throttle.per-address", "100000");
            config.put("signet.throttle.pages-per-minute", "100000");
            config.put("signet.web.refusals-logged-per-minute", "1000000");
            config.put("signet.compat.simplejwt", "true");
            // A test waits until a request body is too slow.
            config.put("quarkus.http.read-timeout", "5s");
            config.put("signet.jose.provider", System.getProperty("signet.test.provider", "auto"));
            if (isPostgresql()) {
                config.putAll(TestPostgresql.create().settings());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return config;
    }

    @Override
    public void stop() {
        // The server and its databases end with the JVM.
    }
}
