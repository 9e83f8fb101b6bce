package dev.signet.clients;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Refuses to start with settings under which a node would not read the changes of other nodes; the error names the
 * setting.
 */
@ApplicationScoped
class ClientsConfigCheck implements SettingsCheck {

    private static final Logger LOG = Logger.getLogger(ClientsConfigCheck.class);
    private static final Settings SETTINGS = Settings.under("signet.clients");

    private final ClientsConfig config;

    ClientsConfigCheck(ClientsConfig config) {
        this.config = config;
    }

    @Override
    public void check() {
        SETTINGS.positive("cache-size", config.cacheSize());
        SETTINGS.positive("reload-interval", config.reloadInterval());
        SETTINGS.positive("clean-up-interval", config.cleanUpInterval());
        if (config.formerSecretTtl().isNegative()) {
            throw SETTINGS.refused("former-secret-ttl", "is negative but must be PT0S or longer");
        }
        if (config.registrationIdleTtl().isNegative()) {
            throw SETTINGS.refused("registration-idle-ttl", "is negative but must be PT0S or longer");
        }
        if (config.registration() != ClientRegistrationMode.OFF || config.metadataDocuments()) {
            reportSelfRegistration();
        }
    }

    private void reportSelfRegistration() {
        config.registrationAudiences()
                .ifPresent(audiences -> LOG.infof(
                        "Self-registered clients get tokens for %s (signet.clients.registration-audiences)",
                        audiences));
        if (config.registrationScopes().contains(RoleRelease.SCOPE)) {
            LOG.warn("Self-registered clients may request the roles of users because"
                    + " signet.clients.registration-scopes contains groups");
        }
    }
}
