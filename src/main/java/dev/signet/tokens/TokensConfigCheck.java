package dev.signet.tokens;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import dev.signet.jose.JwsAlgorithm;
import dev.signet.keys.KeySchedule;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;

/**
 * Startup check that rejects times to live or an algorithm that the key schedule does not allow, and names the setting
 * to change.
 */
@ApplicationScoped
class TokensConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.tokens");
    private static final Duration MAX_RETRY_WINDOW = Duration.ofMinutes(1);

    private final TokensConfig config;
    private final KeySchedule schedule;

    TokensConfigCheck(TokensConfig config, KeySchedule schedule) {
        this.config = config;
        this.schedule = schedule;
    }

    @Override
    public void check() {
        SETTINGS.positive("access-token-ttl", config.accessTokenTtl());
        SETTINGS.positive("refresh-token-ttl", config.refreshTokenTtl());
        SETTINGS.positive("session-ttl", config.sessionTtl());
        SETTINGS.positive("revocation-interval", config.revocationInterval());
        if (config.accessTokenTtl().compareTo(schedule.longestTokenLife()) > 0) {
            throw SETTINGS.refused(
                    "access-token-ttl",
                    "is " + config.accessTokenTtl() + " but must be at most signet.keys.longest-token-life, "
                            + schedule.longestTokenLife());
        }
        if (config.retryWindow().isNegative() || config.retryWindow().compareTo(MAX_RETRY_WINDOW) > 0) {
            throw SETTINGS.refused(
                    "retry-window", "is " + config.retryWindow() + " but must be from 0 to " + MAX_RETRY_WINDOW);
        }
        if (config.verifiedCacheSize() < 0) {
            throw SETTINGS.refused(
                    "verified-cache-size", "is " + config.verifiedCacheSize() + " but must be 0 or more");
        }
        if (!schedule.algorithms().contains(algorithm())) {
            throw SETTINGS.refused(
                    "algorithm", "is " + config.algorithm() + ", which is not in signet.keys.algorithms");
        }
        schedule.algorithms().stream()
                .filter(algorithm -> !algorithm.isClassic())
                .forEach(TokenLengths::warnOf);
    }

    private JwsAlgorithm algorithm() {
        try {
            return JwsAlgorithm.ofSetting(config.algorithm());
        } catch (IllegalArgumentException e) {
            throw SETTINGS.refused("algorithm", "cannot be used: " + e.getMessage());
        }
    }
}
