package dev.signet.admin;

import dev.signet.accounts.NewAccountRules;
import dev.signet.error.ServiceException;
import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;

/** Validates the username and the passwords of the administrator by the rules for new accounts. */
@Singleton
class AdminConfigCheck implements SettingsCheck {

    private final NewAccountRules rules;
    private final AdminConfig config;
    private final AdminRecoveryConfig recovery;

    AdminConfigCheck(NewAccountRules rules, AdminConfig config, AdminRecoveryConfig recovery) {
        this.rules = rules;
        this.config = config;
        this.recovery = recovery;
    }

    @Override
    public void check() {
        check(
                "signet.admin.username",
                () -> rules.requireAcceptableNames(FirstAdministrator.account(config.username(), null)));
        config.password().ifPresent(password -> checkPassword("signet.admin.password", password));
        recovery.password().ifPresent(password -> checkPassword("signet.admin.recovery.password", password));
    }

    private void checkPassword(String setting, String password) {
        check(setting, () -> rules.requireAcceptablePassword(password, config.username()));
    }

    private static void check(String setting, Runnable rule) {
        try {
            rule.run();
        } catch (ServiceException e) {
            throw new ConfigurationException(Settings.named(setting) + " is invalid: " + e.getMessage() + ".");
        }
    }
}
