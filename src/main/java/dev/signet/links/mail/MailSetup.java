package dev.signet.links.mail;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.error.Settings;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import java.util.Optional;

/** Whether mail can be sent at all: it can once there is an address to send it from. Said at the start, and to whoever asks. */
@ApplicationScoped
public class MailSetup {

    /** What to do about it, for the log and for whoever starts this service. */
    public static final String REMEDY = "set quarkus.mailer.from (environment variable QUARKUS_MAILER_FROM) and"
            + " quarkus.mailer.host (QUARKUS_MAILER_HOST)";

    private static final Logger LOG = Logger.getLogger(MailSetup.class);
    private static final Settings SETTINGS = Settings.under("signet.links.mail");

    private final boolean configured;
    private final MailConfig config;

    MailSetup(@ConfigProperty(name = "quarkus.mailer.from") Optional<String> from, MailConfig config) {
        this.configured = from.filter(address -> !address.isBlank()).isPresent();
        this.config = config;
    }

    void onStart(@Observes StartupEvent event) {
        SETTINGS.positive("delivery-interval", config.deliveryInterval());
        SETTINGS.positive("timeout", config.timeout());
        SETTINGS.positive("attempts", config.attempts());
        SETTINGS.positive("retry-delay", config.retryDelay());
        if (!configured) {
            LOG.infof("No mail is sent: for links by mail %s", REMEDY);
        }
    }

    public boolean isConfigured() {
        return configured;
    }

    /**
     * Refuses what needs mail where none can be sent.
     *
     * @throws ServiceException {@code mail_not_configured}
     */
    public void require() {
        if (!configured) {
            throw new ServiceException(ErrorCode.MAIL_NOT_CONFIGURED, REMEDY);
        }
    }
}
