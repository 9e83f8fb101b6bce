package dev.signet.links.mail;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import java.util.Optional;

/**
 * The state of the mail configuration: mail can be sent if a sender address is set. The state is logged at the start.
 */
@ApplicationScoped
public class MailSetup implements SettingsCheck {

    /** The instruction for the log and for the operator. */
    public static final String REMEDY = "set quarkus.mailer.from (environment variable QUARKUS_MAILER_FROM) and"
            + " quarkus.mailer.host (QUARKUS_MAILER_HOST)";

    private static final Logger LOG = Logger.getLogger(MailSetup.class);
    private static final Settings SETTINGS = Settings.under("signet.links.mail");

    private final boolean configured;
    private final MailConfig config;
    private final boolean hostMissing;

    MailSetup(
            @ConfigProperty(name = "quarkus.mailer.from") Optional<String> from,
            @ConfigProperty(name = "quarkus.mailer.mock") Optional<Boolean> mock,
            MailConfig config,
            Config settings) {
        this.configured = from.filter(sender -> !sender.isBlank()).isPresent();
        this.config = config;
        boolean logged = mock.orElse(LaunchMode.current().isDevOrTest());
        this.hostMissing = configured && !logged && !isSet(settings.getConfigValue("quarkus.mailer.host"));
    }

    // The default of Quarkus, localhost, does not count as a configured mail server.
    private static boolean isSet(ConfigValue host) {
        return host.getValue() != null && !host.getValue().isBlank() && host.getSourceOrdinal() > 0;
    }

    @Override
    public void check() {
        SETTINGS.positive("delivery-interval", config.deliveryInterval());
        SETTINGS.positive("timeout", config.timeout());
        SETTINGS.positive("attempts", config.attempts());
        SETTINGS.positive("retry-delay", config.retryDelay());
        if (hostMissing) {
            throw Settings.under("quarkus.mailer")
                    .invalid(
                            "host",
                            "is not set, but quarkus.mailer.from is: set the mail server, or remove"
                                    + " quarkus.mailer.from");
        }
    }

    void onStart(@Observes StartupEvent event) {
        if (!configured) {
            LOG.infof("Mail is not configured: to send links by mail, %s", REMEDY);
        }
    }

    public boolean isConfigured() {
        return configured;
    }

    /**
     * Requires that mail can be sent.
     *
     * @throws ServiceException {@code mail_not_configured}
     */
    public void require() {
        if (!configured) {
            throw new ServiceException(ErrorCode.MAIL_NOT_CONFIGURED, REMEDY);
        }
    }
}
