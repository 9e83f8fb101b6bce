package dev.signet.apikeys;

import dev.signet.error.Settings;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses to start with limits under which no API key could be made or revoked, naming the setting to change. */
@ApplicationScoped
class ApiKeysConfigCheck {

    private static final Settings SETTINGS = Settings.under("signet.apikeys");

    private final ApiKeysConfig config;

    ApiKeysConfigCheck(ApiKeysConfig config) {
        this.config = config;
    }

    void onStart(@Observes StartupEvent event) {
        SETTINGS.positive("cache-size", config.cacheSize());
        SETTINGS.positive("default-ttl", config.defaultTtl());
        SETTINGS.positive("max-login-age", config.maxLoginAge());
        SETTINGS.positive("max-per-account", config.maxPerAccount());
        SETTINGS.positive("reload-interval", config.reloadInterval());
        config.maxTtl().ifPresent(longest -> SETTINGS.positive("max-ttl", longest));
        if (config.formerKeyTtl().isNegative() || config.formerKeyTtl().compareTo(ApiKeyRotation.LONGEST_OVERLAP) > 0) {
            throw SETTINGS.refused(
                    "former-key-ttl",
                    "is " + config.formerKeyTtl() + " but must be from 0 to " + ApiKeyRotation.LONGEST_OVERLAP);
        }
    }
}
