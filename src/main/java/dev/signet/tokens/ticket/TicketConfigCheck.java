package dev.signet.tokens.ticket;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;

/**
 * Startup check that rejects a time to live of tickets that is too long or too short, and names the setting to change.
 */
@ApplicationScoped
class TicketConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.tokens.ticket");
    private static final Duration MIN_TTL = Duration.ofSeconds(1);
    private static final Duration MAX_TTL = Duration.ofSeconds(60);

    private final TicketConfig config;

    TicketConfigCheck(TicketConfig config) {
        this.config = config;
    }

    @Override
    public void check() {
        if (config.ttl().compareTo(MIN_TTL) < 0 || config.ttl().compareTo(MAX_TTL) > 0) {
            throw SETTINGS.invalid("ttl", "is " + config.ttl() + " but must be from " + MIN_TTL + " to " + MAX_TTL);
        }
    }
}
