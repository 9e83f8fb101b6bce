package dev.signet.oauth.authorize;

import dev.signet.error.Settings;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Duration;

/** Refuses to start with limits under which nobody could log in, or a request could outlive the mark that it was used. */
@ApplicationScoped
class AuthorizeConfigCheck {

    private static final Settings SETTINGS = Settings.under("signet.oauth.authorize");
    private static final Duration LONGEST = Duration.ofHours(12);

    private final AuthorizeConfig config;

    AuthorizeConfigCheck(AuthorizeConfig config) {
        this.config = config;
    }

    void onStart(@Observes StartupEvent event) {
        SETTINGS.positive("transaction-ttl", config.transactionTtl());
        if (config.transactionTtl().compareTo(LONGEST) > 0) {
            throw SETTINGS.refused("transaction-ttl", "is " + config.transactionTtl() + " but may be 12 hours at most");
        }
    }
}
