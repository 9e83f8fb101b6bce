package dev.signet.tokens.access;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.keys.KeySchedule;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Startup check of the time to live and the algorithm of access tokens. It rejects values that the key schedule does
 * not allow, and names the setting to change.
 */
@ApplicationScoped
class AccessTokenConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.tokens");

    private final AccessTokenConfig config;
    private final KeySchedule schedule;

    AccessTokenConfigCheck(AccessTokenConfig config, KeySchedule schedule) {
        this.config = config;
        this.schedule = schedule;
    }

    @Override
    public void check() {
        SETTINGS.positive("access-token-ttl", config.accessTokenTtl());
        if (config.accessTokenTtl().compareTo(schedule.longestTokenLife()) > 0) {
            throw SETTINGS.invalid(
                    "access-token-ttl",
                    "is " + config.accessTokenTtl() + " but must be at most signet.keys.longest-token-life, "
                            + schedule.longestTokenLife());
        }
        if (config.verifiedCacheSize() < 0) {
            throw SETTINGS.invalid(
                    "verified-cache-size", "is " + config.verifiedCacheSize() + " but must be 0 or more");
        }
        if (!schedule.algorithms().contains(algorithm())) {
            throw SETTINGS.invalid(
                    "algorithm", "is " + config.algorithm() + ", which is not in signet.keys.algorithms");
        }
        schedule.algorithms().stream()
                .filter(algorithm -> !algorithm.isClassic())
                .forEach(TokenLengths::warnAbout);
    }

    private JwsAlgorithm algorithm() {
        try {
            return JwsAlgorithm.ofSetting(config.algorithm());
        } catch (IllegalArgumentException e) {
            throw SETTINGS.invalid("algorithm", "cannot be used: " + e.getMessage());
        }
    }
}
