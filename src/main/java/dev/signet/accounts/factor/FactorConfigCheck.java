package dev.signet.accounts.factor;

import dev.signet.error.Settings;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses to start with limits under which nobody could enrol or show a second factor, naming the setting to change. */
@ApplicationScoped
class FactorConfigCheck {

    private static final Settings SETTINGS = Settings.under("signet.accounts.factor");

    private final FactorConfig config;

    FactorConfigCheck(FactorConfig config) {
        this.config = config;
    }

    void onStart(@Observes StartupEvent event) {
        SETTINGS.positive("enrolment-ttl", config.enrolmentTtl());
        SETTINGS.positive("max-failures", config.maxFailures());
    }
}
