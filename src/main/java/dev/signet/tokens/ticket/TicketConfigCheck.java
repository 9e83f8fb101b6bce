package dev.signet.tokens.ticket;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;

/** Refuses to start with tickets that live too long or not at all, naming the setting to change. */
@ApplicationScoped
class TicketConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.tokens.ticket");
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final TicketConfig config;

    TicketConfigCheck(TicketConfig config) {
        this.config = config;
    }

    @Override
    public void check() {
        if (config.ttl().compareTo(SHORTEST) < 0 || config.ttl().compareTo(LONGEST) > 0) {
            throw SETTINGS.refused("ttl", "is " + config.ttl() + " but must be from " + SHORTEST + " to " + LONGEST);
        }
    }
}
