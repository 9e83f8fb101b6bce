package dev.signet.links;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;

/** A check that prevents a start with settings under which no link could be used; the error names the setting. */
@ApplicationScoped
class LinksConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.links");

    private final LinksConfig config;

    LinksConfigCheck(LinksConfig config) {
        this.config = config;
    }

    @Override
    public void check() {
        SETTINGS.positive("email-verification-ttl", config.emailVerificationTtl());
        if (config.emailChangeUndoTtl().isNegative()) {
            throw SETTINGS.invalid(
                    "email-change-undo-ttl", "must be PT0S or longer; PT0S sends a notice without a link");
        }
        SETTINGS.positive("password-reset-ttl", config.passwordResetTtl());
        SETTINGS.positive("sign-in-ttl", config.signInTtl());
        SETTINGS.positive("registration-ttl", config.registrationTtl());
        SETTINGS.positive("max-waiting", config.maxWaiting());
    }
}
