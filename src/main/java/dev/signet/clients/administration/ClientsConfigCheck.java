package dev.signet.clients.administration;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;

/** Startup check of the former secret's time to live and of the clean-up interval. */
@ApplicationScoped
class ClientsConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.clients");

    private final ClientsConfig config;

    ClientsConfigCheck(ClientsConfig config) {
        this.config = config;
    }

    @Override
    public void check() {
        SETTINGS.positive("clean-up-interval", config.cleanUpInterval());
        if (config.formerSecretTtl().isNegative()) {
            throw SETTINGS.refused("former-secret-ttl", "is negative but must be PT0S or longer");
        }
    }
}
