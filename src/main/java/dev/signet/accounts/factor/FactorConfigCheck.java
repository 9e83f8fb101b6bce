package dev.signet.accounts.factor;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A check that prevents a start with limits that prevent enrolment or use of a second factor; the error names the
 * setting.
 */
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
