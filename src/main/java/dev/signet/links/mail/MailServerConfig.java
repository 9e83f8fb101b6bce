package dev.signet.links.mail;

import dev.signet.error.Settings;
import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.StartTLSOptions;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The settings {@code quarkus.mailer.*} in the form of the mail client of Vert.x. Signet creates that client itself.
 * The client of Quarkus never closes a connection on which the server stopped responding, and so uses up its
 * connections.
 */
final class MailServerConfig {

    private static final Settings SETTINGS = Settings.under("quarkus.mailer");

    private MailServerConfig() {}

    /**
     * Reads the settings.
     *
     * @param timeout time without a response after which the connection is closed
     */
    static io.vertx.ext.mail.MailConfig read(
            MailerRuntimeConfig settings, TlsConfigurationRegistry registry, Duration timeout) {
        rejectUnsupported(settings);
        io.vertx.ext.mail.MailConfig server = new io.vertx.ext.mail.MailConfig()
                .setHostname(settings.host())
                .setKeepAlive(settings.keepAlive())
                .setKeepAliveTimeout((int) settings.keepAliveTimeout().toMillis())
                .setKeepAliveTimeoutUnit(TimeUnit.MILLISECONDS)
                .setPoolCleanerPeriod((int) settings.poolCleanerPeriod().toMillis())
                .setPoolCleanerPeriodUnit(TimeUnit.MILLISECONDS)
                .setMaxPoolSize(settings.maxPoolSize())
                .setLogin(LoginOption.valueOf(upper(settings.login())))
                .setStarttls(StartTLSOptions.valueOf(upper(settings.startTLS())))
                .setDisableEsmtp(settings.disableEsmtp())
                .setPipelining(settings.pipelining());
        settings.port().ifPresent(server::setPort);
        settings.username().ifPresent(server::setUsername);
        settings.password().ifPresent(server::setPassword);
        settings.ownHostName().ifPresent(server::setOwnHostname);
        settings.authMethods().ifPresent(server::setAuthMethods);
        settings.maxMailsPerConnection().ifPresent(server::setMaxMailsPerConnection);
        server.setIdleTimeout((int) Math.max(1, timeout.toMillis()));
        server.setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        secure(server, settings, registry);
        return server;
    }

    @SuppressWarnings("deprecation") // settings that operators may still use
    private static void secure(
            io.vertx.ext.mail.MailConfig server, MailerRuntimeConfig settings, TlsConfigurationRegistry registry) {
        TlsConfiguration tls = tls(settings, registry);
        server.setSsl(settings.tls().orElse(settings.ssl() || tls != null));
        server.setTrustAll(settings.trustAll().orElse(tls != null && tls.isTrustAll()));
        if (tls != null) {
            if (tls.getTrustStoreOptions() != null) {
                server.setTrustOptions(tls.getTrustStoreOptions());
            }
            if (tls.getKeyStoreOptions() != null) {
                server.setKeyCertOptions(tls.getKeyStoreOptions());
            }
            tls.getHostnameVerificationAlgorithm().ifPresent(server::setHostnameVerificationAlgorithm);
        }
    }

    private static @Nullable TlsConfiguration tls(MailerRuntimeConfig settings, TlsConfigurationRegistry registry) {
        String name = settings.tlsConfigurationName().orElse(null);
        return name == null
                ? null
                : registry.get(name)
                        .orElseThrow(() -> SETTINGS.invalid(
                                "tls-configuration-name",
                                "is " + name + ", but no TLS configuration has this name: set quarkus.tls." + name
                                        + ".*"));
    }

    // Rejected and not ignored: an operator who set them relies on them.
    @SuppressWarnings("deprecation") // settings that operators may still use
    private static void rejectUnsupported(MailerRuntimeConfig settings) {
        if (settings.dkim().enabled()) {
            throw SETTINGS.invalid("dkim.enabled", "is not supported; let the mail server sign");
        }
        if (settings.keyStore().isPresent() || settings.truststore().isConfigured()) {
            throw SETTINGS.invalid(
                    "trust-store",
                    "and quarkus.mailer.key-store are not supported; use quarkus.mailer.tls-configuration-name");
        }
    }

    private static String upper(String option) {
        return option.toUpperCase(Locale.ROOT);
    }
}
