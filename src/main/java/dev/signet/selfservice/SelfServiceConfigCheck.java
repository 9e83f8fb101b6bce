package dev.signet.selfservice;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;

/** Startup check of the settings of account pages. */
@ApplicationScoped
class SelfServiceConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.selfservice");

    private final SelfServiceConfig config;

    SelfServiceConfigCheck(SelfServiceConfig config) {
        this.config = config;
    }

    @Override
    public void check() {
        SETTINGS.positive("max-login-age", config.maxLoginAge());
    }
}
