package dev.signet.tokens.status;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import dev.signet.keys.KeySchedule;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;

/**
 * Startup check that rejects a time to live for which no list could be cached, or which exceeds that of all tokens in
 * it.
 */
@ApplicationScoped
class StatusConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.tokens");

    private final boolean on;
    private final Duration ttl;
    private final KeySchedule schedule;

    StatusConfigCheck(StatusConfig config, KeySchedule schedule) {
        this.on = config.statusList();
        this.ttl = config.statusListTtl();
        this.schedule = schedule;
    }

    @Override
    public void check() {
        if (ttl.toSeconds() < 1 || !ttl.equals(Duration.ofSeconds(ttl.toSeconds()))) {
            throw SETTINGS.invalid("status-list-ttl", "is " + ttl + " but must be one or more whole seconds");
        }
        if (on && ttl.compareTo(schedule.longestTokenLife()) > 0) {
            throw SETTINGS.invalid(
                    "status-list-ttl",
                    "is " + ttl + " but must be at most signet.keys.longest-token-life, "
                            + schedule.longestTokenLife());
        }
    }
}
