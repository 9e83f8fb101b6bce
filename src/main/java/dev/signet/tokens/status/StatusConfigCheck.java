package dev.signet.tokens.status;

import dev.signet.error.Settings;
import dev.signet.keys.KeySchedule;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Duration;

/** Refuses to start with a time for which no list could be kept, or which outlasts every token in it. */
@ApplicationScoped
class StatusConfigCheck {

    private static final Settings SETTINGS = Settings.under("signet.tokens");

    private final boolean on;
    private final Duration ttl;
    private final KeySchedule schedule;

    StatusConfigCheck(StatusConfig config, KeySchedule schedule) {
        this.on = config.statusList();
        this.ttl = config.statusListTtl();
        this.schedule = schedule;
    }

    void onStart(@Observes StartupEvent event) {
        if (ttl.toSeconds() < 1 || !ttl.equals(Duration.ofSeconds(ttl.toSeconds()))) {
            throw SETTINGS.refused("status-list-ttl", "is " + ttl + " but must be one or more whole seconds");
        }
        if (on && ttl.compareTo(schedule.longestTokenLife()) > 0) {
            throw SETTINGS.refused(
                    "status-list-ttl",
                    "is " + ttl + " but must be at most signet.keys.longest-token-life, "
                            + schedule.longestTokenLife());
        }
    }
}
