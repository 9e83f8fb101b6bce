package dev.signet.oauth.authorize;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;

/** Refuses to start with limits under which nobody could log in, or a request could outlive the mark that it was used. */
@ApplicationScoped
class AuthorizeConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.oauth.authorize");
    private static final Duration LONGEST = Duration.ofHours(12);

    private final AuthorizeConfig config;

    AuthorizeConfigCheck(AuthorizeConfig config) {
        this.config = config;
    }

    @Override
    public void check() {
        SETTINGS.positive("transaction-ttl", config.transactionTtl());
        if (config.transactionTtl().compareTo(LONGEST) > 0) {
            throw SETTINGS.refused("transaction-ttl", "is " + config.transactionTtl() + " but must be at most PT12H");
        }
    }
}
