package dev.signet.oauth.code;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;

/** Startup check of the times of authorization codes; its error names the setting to change. */
@ApplicationScoped
class CodeConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.oauth.code");
    private static final Duration MAX_TTL = Duration.ofSeconds(60);

    private final CodeConfig config;

    CodeConfigCheck(CodeConfig config) {
        this.config = config;
    }

    @Override
    public void check() {
        SETTINGS.positive("ttl", config.ttl());
        if (config.ttl().compareTo(MAX_TTL) > 0) {
            throw SETTINGS.invalid("ttl", "is " + config.ttl() + " but must be at most " + MAX_TTL);
        }
        if (config.retention().compareTo(config.ttl()) < 0) {
            throw SETTINGS.invalid(
                    "retention", "is " + config.retention() + " but must be at least signet.oauth.code.ttl");
        }
    }
}
