package dev.signet.accounts.factor;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;

/** Refuses to start with limits under which nobody could enrol or show a second factor, naming the setting to change. */
@ApplicationScoped
class FactorConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.accounts.factor");

    private final FactorConfig config;

    FactorConfigCheck(FactorConfig config) {
        this.config = config;
    }

    @Override
    public void check() {
        SETTINGS.positive("enrolment-ttl", config.enrolmentTtl());
        SETTINGS.positive("max-failures", config.maxFailures());
    }
}
