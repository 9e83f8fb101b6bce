package dev.signet.login.browser;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;

/** A check that prevents a start with limits that end every browser session at once; the error names the setting. */
@ApplicationScoped
class BrowserConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.login.browser");

    private final BrowserConfig config;

    BrowserConfigCheck(BrowserConfig config) {
        this.config = config;
    }

    @Override
    public void check() {
        SETTINGS.positive("idle-ttl", config.idleTtl());
        if (config.ttl().compareTo(config.idleTtl()) < 0) {
            throw SETTINGS.invalid("ttl", "is " + config.ttl() + " but must be at least idle-ttl, " + config.idleTtl());
        }
    }
}
