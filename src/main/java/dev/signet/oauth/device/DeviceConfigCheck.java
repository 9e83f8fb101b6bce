package dev.signet.oauth.device;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;

/** Startup check of the times of the device grant; its error names the setting to change. */
@ApplicationScoped
class DeviceConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.oauth.device");
    private static final Duration MAX_TTL = Duration.ofMinutes(30);

    private final DeviceConfig config;

    DeviceConfigCheck(DeviceConfig config) {
        this.config = config;
    }

    @Override
    public void check() {
        SETTINGS.positive("ttl", config.ttl());
        // A user code is short, so a long time to live would allow guessing.
        if (config.ttl().compareTo(MAX_TTL) > 0) {
            throw SETTINGS.invalid("ttl", "is " + config.ttl() + " but must be at most " + MAX_TTL);
        }
        if (config.pollInterval().toSeconds() < 1) {
            throw SETTINGS.invalid("poll-interval", "is " + config.pollInterval() + " but must be at least PT1S");
        }
    }
}
