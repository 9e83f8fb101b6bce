package dev.signet.login.pending;

import dev.signet.error.Settings;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses to start with limits under which no login could be finished, naming the setting to change. */
@ApplicationScoped
class PendingConfigCheck {

    private static final Settings SETTINGS = Settings.under("signet.login.pending");

    private final PendingConfig config;

    PendingConfigCheck(PendingConfig config) {
        this.config = config;
    }

    void onStart(@Observes StartupEvent event) {
        SETTINGS.positive("ttl", config.ttl());
        SETTINGS.positive("attempts", config.attempts());
    }
}
