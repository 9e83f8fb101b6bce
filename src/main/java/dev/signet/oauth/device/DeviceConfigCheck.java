package dev.signet.oauth.device;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;

/** Refuses to start with times in which nobody could decide, naming the setting to change. */
@ApplicationScoped
class DeviceConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.oauth.device");
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final DeviceConfig config;

    DeviceConfigCheck(DeviceConfig config) {
        this.config = config;
    }

    @Override
    public void check() {
        SETTINGS.positive("ttl", config.ttl());
        // A user code is short: it must not wait to be guessed.
        if (config.ttl().compareTo(LONGEST) > 0) {
            throw SETTINGS.refused("ttl", "is " + config.ttl() + " but must be at most " + LONGEST);
        }
        if (config.pollInterval().toSeconds() < 1) {
            throw SETTINGS.refused("poll-interval", "is " + config.pollInterval() + " but must be at least PT1S");
        }
    }
}
