package dev.signet.keys;

import dev.signet.error.Settings;
import dev.signet.jose.SigningPolicy;
import dev.signet.jose.jwk.JwsAlgorithm;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Times of the key life cycle, validated by the constructor. A verifier that caches the JWK Set as its headers allow
 * has each key from its first signature until the expiry of its last token.
 *
 * @param longestTokenLife maximum time to live of a signed token
 */
public record KeySchedule(
        List<JwsAlgorithm> algorithms,
        Duration rotationPeriod,
        Duration announceLead,
        Duration jwksMaxAge,
        Duration clockSkew,
        Duration reloadInterval,
        Duration retireTime,
        Duration longestTokenLife)
        implements SigningPolicy {

    private static final Settings SETTINGS = Settings.under("signet.keys");
    private static final Duration MAX_CLOCK_SKEW = Duration.ofSeconds(60);

    public KeySchedule {
        algorithms = List.copyOf(algorithms);
        if (algorithms.isEmpty()) {
            throw SETTINGS.invalid("algorithms", "must name at least one algorithm");
        }
        SETTINGS.positive("rotation-period", rotationPeriod);
        SETTINGS.positive("announce-lead", announceLead);
        SETTINGS.positive("jwks-max-age", jwksMaxAge);
        SETTINGS.positive("clock-skew", clockSkew);
        SETTINGS.positive("reload-interval", reloadInterval);
        SETTINGS.positive("retire-time", retireTime);
        SETTINGS.positive("longest-token-life", longestTokenLife);
        if (clockSkew.compareTo(MAX_CLOCK_SKEW) > 0) {
            throw SETTINGS.invalid("clock-skew", "is " + clockSkew + " but must be at most " + MAX_CLOCK_SKEW);
        }
        Duration minimumAnnounceLead = minimumAnnounceLead(jwksMaxAge, clockSkew, reloadInterval);
        if (announceLead.compareTo(minimumAnnounceLead) < 0) {
            throw SETTINGS.invalid(
                    "announce-lead",
                    "is " + announceLead + " but must be at least " + minimumAnnounceLead
                            + ", the sum of jwks-max-age, clock-skew and reload-interval");
        }
        Duration minimumRetireTime = minimumRetireTime(longestTokenLife, clockSkew, reloadInterval);
        if (retireTime.compareTo(minimumRetireTime) < 0) {
            throw SETTINGS.invalid(
                    "retire-time",
                    "is " + retireTime + " but must be at least " + minimumRetireTime
                            + ", the sum of longest-token-life, clock-skew and reload-interval");
        }
        if (rotationPeriod.compareTo(announceLead) <= 0) {
            throw SETTINGS.invalid(
                    "rotation-period",
                    "is " + rotationPeriod + " but must be longer than announce-lead, " + announceLead);
        }
    }

    static KeySchedule of(KeysConfig config) {
        return new KeySchedule(
                algorithms(config.algorithms()),
                config.rotationPeriod(),
                config.announceLead(),
                config.jwksMaxAge(),
                config.clockSkew(),
                config.reloadInterval(),
                config.retireTime(),
                config.longestTokenLife());
    }

    /**
     * Returns this schedule if this runtime supports all its algorithms.
     *
     * @throws io.quarkus.runtime.configuration.ConfigurationException if it does not
     */
    KeySchedule requireSupportedAlgorithms(Predicate<JwsAlgorithm> has) {
        for (JwsAlgorithm algorithm : algorithms) {
            if (!has.test(algorithm)) {
                throw SETTINGS.invalid(
                        "algorithms",
                        "names " + algorithm.wireName() + ", which this Java runtime ("
                                + System.getProperty("java.version")
                                + ") does not support: use Java 24 or later, or remove it");
            }
        }
        return this;
    }

    /** Returns how long an announced key must be published until every cache has it. */
    public Duration minimumAnnounceLead() {
        return minimumAnnounceLead(jwksMaxAge, clockSkew, reloadInterval);
    }

    private static Duration minimumAnnounceLead(Duration jwksMaxAge, Duration clockSkew, Duration reloadInterval) {
        return jwksMaxAge.plus(clockSkew).plus(reloadInterval);
    }

    /** Returns how long tokens remain valid after the last signature of a key. */
    public Duration minimumRetireTime() {
        return minimumRetireTime(longestTokenLife, clockSkew, reloadInterval);
    }

    private static Duration minimumRetireTime(Duration longestTokenLife, Duration clockSkew, Duration reloadInterval) {
        return longestTokenLife.plus(clockSkew).plus(reloadInterval);
    }

    private static List<JwsAlgorithm> algorithms(List<String> names) {
        Set<JwsAlgorithm> algorithms = new LinkedHashSet<>();
        for (String name : names) {
            try {
                algorithms.add(JwsAlgorithm.ofSetting(name));
            } catch (IllegalArgumentException e) {
                throw SETTINGS.invalid("algorithms", "cannot be used: " + e.getMessage());
            }
        }
        return List.copyOf(algorithms);
    }
}
