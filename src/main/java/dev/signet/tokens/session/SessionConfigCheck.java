package dev.signet.tokens.session;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;

/** Startup check of the times to live of sessions and refresh tokens. */
@ApplicationScoped
class SessionConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.tokens");
    private static final Duration MAX_RETRY_WINDOW = Duration.ofMinutes(1);

    private final SessionConfig config;

    SessionConfigCheck(SessionConfig config) {
        this.config = config;
    }

    @Override
    public void check() {
        SETTINGS.positive("refresh-token-ttl", config.refreshTokenTtl());
        SETTINGS.positive("session-ttl", config.sessionTtl());
        if (config.retryWindow().isNegative() || config.retryWindow().compareTo(MAX_RETRY_WINDOW) > 0) {
            throw SETTINGS.invalid(
                    "retry-window", "is " + config.retryWindow() + " but must be from 0 to " + MAX_RETRY_WINDOW);
        }
    }
}
