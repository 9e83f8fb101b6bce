package dev.signet.login.browser;

import dev.signet.error.Settings;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses to start with limits under which nobody could stay logged in, naming the setting to change. */
@ApplicationScoped
class BrowserConfigCheck {

    private static final Settings SETTINGS = Settings.under("signet.login.browser");

    private final BrowserConfig config;

    BrowserConfigCheck(BrowserConfig config) {
        this.config = config;
    }

    void onStart(@Observes StartupEvent event) {
        SETTINGS.positive("idle-ttl", config.idleTtl());
        if (config.ttl().compareTo(config.idleTtl()) < 0) {
            throw SETTINGS.refused("ttl", "is " + config.ttl() + " but must be at least idle-ttl, " + config.idleTtl());
        }
    }
}
