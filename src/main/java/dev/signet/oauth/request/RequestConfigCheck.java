package dev.signet.oauth.request;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;

/** Startup check of the time to live of pushed requests, which RFC 9126 §2.2 requires to be short. */
@ApplicationScoped
class RequestConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.oauth.request");
    private static final Duration MAX_TTL = Duration.ofMinutes(10);

    private final RequestConfig config;

    RequestConfigCheck(RequestConfig config) {
        this.config = config;
    }

    @Override
    public void check() {
        SETTINGS.positive("pushed-ttl", config.pushedTtl());
        if (config.pushedTtl().compareTo(MAX_TTL) > 0) {
            throw SETTINGS.invalid("pushed-ttl", "is " + config.pushedTtl() + " but must be at most PT10M");
        }
    }
}
