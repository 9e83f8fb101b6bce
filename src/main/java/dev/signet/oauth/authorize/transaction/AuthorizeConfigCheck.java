package dev.signet.oauth.authorize.transaction;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;

/**
 * Startup check of the time to live of authorization requests. A longer one could exceed the time for which the use of
 * a pushed request is recorded.
 */
@ApplicationScoped
class AuthorizeConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.oauth.authorize");
    private static final Duration MAX_TTL = Duration.ofHours(12);

    private final AuthorizeConfig config;

    AuthorizeConfigCheck(AuthorizeConfig config) {
        this.config = config;
    }

    @Override
    public void check() {
        SETTINGS.positive("transaction-ttl", config.transactionTtl());
        if (config.transactionTtl().compareTo(MAX_TTL) > 0) {
            throw SETTINGS.invalid("transaction-ttl", "is " + config.transactionTtl() + " but must be at most PT12H");
        }
    }
}
