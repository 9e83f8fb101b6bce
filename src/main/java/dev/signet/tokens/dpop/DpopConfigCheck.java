package dev.signet.tokens.dpop;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;

/**
 * Startup check that rejects times to live with which no proof would be fresh or none would expire, and names the
 * setting to change.
 */
@ApplicationScoped
class DpopConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.tokens.dpop");
    private static final Duration MAX_PROOF_LIFE = Duration.ofMinutes(5);
    private static final Duration MIN_NONCE_LIFE = Duration.ofSeconds(2);

    private final DpopConfig config;

    DpopConfigCheck(DpopConfig config) {
        this.config = config;
    }

    @Override
    public void check() {
        SETTINGS.positive("proof-life", config.proofLife());
        if (config.proofLife().compareTo(MAX_PROOF_LIFE) > 0) {
            throw SETTINGS.invalid("proof-life", "is " + config.proofLife() + " but must be at most " + MAX_PROOF_LIFE);
        }
        if (config.nonceLife().compareTo(MIN_NONCE_LIFE) < 0) {
            throw SETTINGS.invalid(
                    "nonce-life", "is " + config.nonceLife() + " but must be at least " + MIN_NONCE_LIFE);
        }
    }
}
