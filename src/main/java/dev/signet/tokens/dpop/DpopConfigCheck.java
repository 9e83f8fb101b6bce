package dev.signet.tokens.dpop;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;

/** Refuses to start with lives under which no proof could be fresh, or none would ever be stale, naming the setting to change. */
@ApplicationScoped
class DpopConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.tokens.dpop");
    private static final Duration LONGEST_PROOF = Duration.ofMinutes(5);
    private static final Duration SHORTEST_NONCE = Duration.ofSeconds(2);

    private final DpopConfig config;

    DpopConfigCheck(DpopConfig config) {
        this.config = config;
    }

    @Override
    public void check() {
        SETTINGS.positive("proof-life", config.proofLife());
        if (config.proofLife().compareTo(LONGEST_PROOF) > 0) {
            throw SETTINGS.refused("proof-life", "is " + config.proofLife() + " but must be at most " + LONGEST_PROOF);
        }
        if (config.nonceLife().compareTo(SHORTEST_NONCE) < 0) {
            throw SETTINGS.refused(
                    "nonce-life", "is " + config.nonceLife() + " but must be at least " + SHORTEST_NONCE);
        }
    }
}
