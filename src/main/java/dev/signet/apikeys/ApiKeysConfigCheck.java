package dev.signet.apikeys;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A check that prevents a start with limits under which no API key could be created or revoked; the error names the
 * setting.
 */
@ApplicationScoped
class ApiKeysConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.apikeys");

    private final ApiKeysConfig config;

    ApiKeysConfigCheck(ApiKeysConfig config) {
        this.config = config;
    }

    @Override
    public void check() {
        SETTINGS.positive("default-ttl", config.defaultTtl());
        SETTINGS.positive("max-login-age", config.maxLoginAge());
        SETTINGS.positive("max-per-account", config.maxPerAccount());
        config.maxTtl().ifPresent(longest -> SETTINGS.positive("max-ttl", longest));
        if (config.formerKeyTtl().isNegative() || config.formerKeyTtl().compareTo(ApiKeyRotation.MAX_OVERLAP) > 0) {
            throw SETTINGS.invalid(
                    "former-key-ttl",
                    "is " + config.formerKeyTtl() + " but must be from 0 to " + ApiKeyRotation.MAX_OVERLAP);
        }
    }
}
