package dev.signet.tokens;

import dev.signet.jose.JwsAlgorithm;
import dev.signet.keys.KeySchedule;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Duration;
import java.util.Locale;

/** Refuses to start with lifetimes or an algorithm that the key schedule cannot keep, naming the setting to change. */
@ApplicationScoped
class TokensConfigCheck {

    private static final Duration LONGEST_RETRY_WINDOW = Duration.ofMinutes(1);

    private final TokensConfig config;
    private final KeySchedule schedule;

    TokensConfigCheck(TokensConfig config, KeySchedule schedule) {
        this.config = config;
        this.schedule = schedule;
    }

    void onStart(@Observes StartupEvent event) {
        positive("access-token-ttl", config.accessTokenTtl());
        positive("refresh-token-ttl", config.refreshTokenTtl());
        positive("session-ttl", config.sessionTtl());
        positive("revocation-interval", config.revocationInterval());
        if (config.accessTokenTtl().compareTo(schedule.longestTokenLife()) > 0) {
            throw refuse(
                    "access-token-ttl",
                    "is " + config.accessTokenTtl() + " but must be at most signet.keys.longest-token-life, "
                            + schedule.longestTokenLife());
        }
        if (config.retryWindow().isNegative() || config.retryWindow().compareTo(LONGEST_RETRY_WINDOW) > 0) {
            throw refuse(
                    "retry-window", "is " + config.retryWindow() + " but must be from 0 to " + LONGEST_RETRY_WINDOW);
        }
        if (config.verifiedCacheSize() < 0) {
            throw refuse("verified-cache-size", "is " + config.verifiedCacheSize() + " but must be 0 or more");
        }
        if (!schedule.algorithms().contains(algorithm())) {
            throw refuse("algorithm", "is " + config.algorithm() + ", which signet.keys.algorithms does not name");
        }
    }

    private JwsAlgorithm algorithm() {
        try {
            return JwsAlgorithm.ofSetting(config.algorithm());
        } catch (IllegalArgumentException e) {
            throw refuse("algorithm", "cannot be used: " + e.getMessage());
        }
    }

    private static void positive(String setting, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw refuse(setting, "is " + value + " but must be longer than nothing");
        }
    }

    private static IllegalStateException refuse(String setting, String problem) {
        String variable = "SIGNET_TOKENS_" + setting.replace('-', '_').toUpperCase(Locale.ROOT);
        return new IllegalStateException("signet.tokens." + setting + " (" + variable + ") " + problem);
    }
}
