package dev.signet.clients.registry;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;

/** Startup check of the settings of the client cache and of the removal of unused clients. */
@ApplicationScoped
class RegistryConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.clients");

    private final RegistryConfig config;

    RegistryConfigCheck(RegistryConfig config) {
        this.config = config;
    }

    @Override
    public void check() {
        SETTINGS.positive("cache-size", config.cacheSize());
        SETTINGS.positive("reload-interval", config.reloadInterval());
        if (config.registrationIdleTtl().isNegative()) {
            throw SETTINGS.invalid("registration-idle-ttl", "is negative but must be PT0S or longer");
        }
    }
}
