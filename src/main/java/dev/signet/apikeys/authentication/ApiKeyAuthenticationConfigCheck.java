package dev.signet.apikeys.authentication;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;

/** Startup check of the cache size and the reload interval of API keys. */
@ApplicationScoped
class ApiKeyAuthenticationConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.apikeys");

    private final ApiKeyAuthenticationConfig config;

    ApiKeyAuthenticationConfigCheck(ApiKeyAuthenticationConfig config) {
        this.config = config;
    }

    @Override
    public void check() {
        SETTINGS.positive("cache-size", config.cacheSize());
        SETTINGS.positive("reload-interval", config.reloadInterval());
    }
}
