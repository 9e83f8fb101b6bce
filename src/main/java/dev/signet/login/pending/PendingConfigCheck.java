package dev.signet.login.pending;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;

/** A check that prevents a start with limits under which no login could be finished; the error names the setting. */
@ApplicationScoped
class PendingConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.login.pending");

    private final PendingConfig config;

    PendingConfigCheck(PendingConfig config) {
        this.config = config;
    }

    @Override
    public void check() {
        SETTINGS.positive("ttl", config.ttl());
        SETTINGS.positive("attempts", config.attempts());
    }
}
