package dev.signet.tokens.revocation;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;

/** Startup check of the revocation interval. */
@ApplicationScoped
class RevocationConfigCheck implements SettingsCheck {

    private final RevocationConfig config;

    RevocationConfigCheck(RevocationConfig config) {
        this.config = config;
    }

    @Override
    public void check() {
        Settings.under("signet.tokens").positive("revocation-interval", config.revocationInterval());
    }
}
