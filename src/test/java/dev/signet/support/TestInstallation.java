package dev.signet.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What every test runs on: an empty data directory, the database named by {@code signet.test.database} (the real
 * PostgreSQL, or H2 in a file), the crypto provider named by {@code signet.test.provider}.
 */
public final class TestInstallation implements QuarkusTestResourceLifecycleManager {

    public static final String ADMIN_PASSWORD = "correct horse battery staple";

    /** The issuer under test; nothing listens there. */
    public static final String ISSUER = "http://localhost:8080";

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>();
        try {
            Path data = Files.createTempDirectory("signet-test");
            config.put("signet.database.directory", data.toString());
            config.put("signet.admin.password", ADMIN_PASSWORD);
            // What assertions and proofs have to name, whatever port the application listens on.
            config.put("signet.issuer", ISSUER);
            // Both ports random or neither: metrics carry a fixed port as a tag, and Prometheus takes no two meters of
            // one
            // name with different tags, so that the packaged application would hang at its start.
            config.put("quarkus.management.port", "0");
            if (Boolean.getBoolean("signet.test.packaged")) {
                // What is started second would else be given the port that the first one found.
                config.put("quarkus.http.port", "0");
            }
            config.put("signet.clients.registration", "token");
            config.put("signet.clients.metadata-documents", "true");
            config.put("signet.fetch.allowed-hosts", "localhost:" + ClientServer.port());
            config.put("signet.oidc.logout.retry-delay", "PT0.2S");
            // A real server instead of the mock mailbox, so that the packaged application meets the same.
            config.put("quarkus.mailer.mock", "false");
            config.put("quarkus.mailer.host", "localhost");
            config.put("quarkus.mailer.port", Integer.toString(SmtpSink.port()));
            config.put("signet.links.mail.retry-delay", "PT1S");
            config.put("signet.throttle.mails-per-address", "100000");
            config.put("signet.webhooks.retry-delay", "PT0.2S");
            // Every test comes from one address and some must fail; the limit itself is a test of its own.
            config.put("signet.throttle.per-address", "100000");
            config.put("signet.throttle.pages-per-minute", "100000");
            config.put("signet.web.refusals-logged-per-minute", "1000000");
            config.put("signet.compat.simplejwt", "true");
            // So that a test may wait for a body to be too slow.
            config.put("quarkus.http.read-timeout", "5s");
            config.put("signet.jose.provider", System.getProperty("signet.test.provider", "auto"));
            if ("postgresql".equals(System.getProperty("signet.test.database"))) {
                config.putAll(TestPostgresql.create().settings());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return config;
    }

    @Override
    public void stop() {
        // The server ends with the JVM, and the databases with it.
    }
}
