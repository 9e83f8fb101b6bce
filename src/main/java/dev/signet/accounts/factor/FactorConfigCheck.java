package dev.signet.accounts.factor;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Duration;
import java.util.Locale;

/** Refuses to start with limits under which nobody could enrol or show a second factor, naming the setting to change. */
@ApplicationScoped
class FactorConfigCheck {

    private final FactorConfig config;

    FactorConfigCheck(FactorConfig config) {
        this.config = config;
    }

    void onStart(@Observes StartupEvent event) {
        positive("enrolment-ttl", config.enrolmentTtl());
        positive("max-failures", config.maxFailures());
    }

    private static void positive(String setting, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw refuse(setting, "is " + value + " but must be longer than nothing");
        }
    }

    private static void positive(String setting, int value) {
        if (value < 1) {
            throw refuse(setting, "is " + value + " but must be at least 1");
        }
    }

    private static IllegalStateException refuse(String setting, String problem) {
        String key = "signet.accounts.factor." + setting;
        String variable = key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
        return new IllegalStateException(key + " (" + variable + ") " + problem);
    }
}
