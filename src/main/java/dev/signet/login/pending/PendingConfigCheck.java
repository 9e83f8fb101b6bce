package dev.signet.login.pending;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Duration;
import java.util.Locale;

/** Refuses to start with limits under which no login could be finished, naming the setting to change. */
@ApplicationScoped
class PendingConfigCheck {

    private final PendingConfig config;

    PendingConfigCheck(PendingConfig config) {
        this.config = config;
    }

    void onStart(@Observes StartupEvent event) {
        positive("ttl", config.ttl());
        positive("attempts", config.attempts());
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
        String key = "signet.login.pending." + setting;
        String variable = key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
        return new IllegalStateException(key + " (" + variable + ") " + problem);
    }
}
