package dev.signet.oauth.request;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;

/** Refuses to start with a life of pushed requests that RFC 9126 §2.2 does not mean. */
@ApplicationScoped
class RequestConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.oauth.request");
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final RequestConfig config;

    RequestConfigCheck(RequestConfig config) {
        this.config = config;
    }

    @Override
    public void check() {
        SETTINGS.positive("pushed-ttl", config.pushedTtl());
        if (config.pushedTtl().compareTo(LONGEST) > 0) {
            throw SETTINGS.refused("pushed-ttl", "is " + config.pushedTtl() + " but must be at most PT10M");
        }
    }
}
