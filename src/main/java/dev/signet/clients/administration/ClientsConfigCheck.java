package dev.signet.clients.administration;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;

/** Startup check of the time to live of a former secret. */
@ApplicationScoped
class ClientsConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.clients");

    private final ClientsConfig config;

    ClientsConfigCheck(ClientsConfig config) {
        this.config = config;
    }

    @Override
    public void check() {
        if (config.formerSecretTtl().isNegative()) {
            throw SETTINGS.invalid("former-secret-ttl", "is negative but must be PT0S or longer");
        }
    }
}
