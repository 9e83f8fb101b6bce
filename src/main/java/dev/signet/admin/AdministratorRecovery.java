package dev.signet.admin;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountAdministration;
import dev.signet.accounts.AccountChange;
import dev.signet.accounts.AccountService;
import dev.signet.accounts.PasswordService;
import dev.signet.accounts.factor.FactorService;
import dev.signet.accounts.role.RoleService;
import dev.signet.error.ServiceException;
import dev.signet.error.Settings;
import dev.signet.login.passkeys.PasskeyService;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Sets the administrator's password if an operator configured one for recovery, and logs a warning if the password for
 * the first start has no effect.
 */
@ApplicationScoped
class AdministratorRecovery {

    private static final Logger LOG = Logger.getLogger(AdministratorRecovery.class);
    private static final int AFTER_FIRST_ADMINISTRATOR = 4000;

    private final AccountService accounts;
    private final AccountAdministration administration;
    private final PasswordService passwords;
    private final FactorService factors;
    private final PasskeyService passkeys;
    private final AdminConfig config;
    private final AdminRecoveryConfig recovery;
    private final ScheduledExecutorService executor;

    AdministratorRecovery(
            AccountService accounts,
            AccountAdministration administration,
            PasswordService passwords,
            FactorService factors,
            PasskeyService passkeys,
            AdminConfig config,
            AdminRecoveryConfig recovery,
            ScheduledExecutorService executor) {
        this.accounts = accounts;
        this.administration = administration;
        this.passwords = passwords;
        this.factors = factors;
        this.passkeys = passkeys;
        this.config = config;
        this.recovery = recovery;
        this.executor = executor;
    }

    void onStart(@Observes @Priority(AFTER_FIRST_ADMINISTRATOR) StartupEvent event) {
        if (recovery.password().isPresent()) {
            recover(recovery.password().get());
        } else {
            config.password().ifPresent(this::warnInBackground);
        }
    }

    private void recover(String password) {
        try {
            if (!isAdministratorWith(password)) {
                accounts.findByUsername(config.username())
                        .ifPresentOrElse(account -> restore(account, password), () -> create(password));
            }
        } catch (ServiceException e) {
            throw new ConfigurationException(Settings.named("signet.admin.username")
                    + " does not name an account that can be recovered: " + e.getMessage() + ".");
        }
        LOG.warnf(
                "The administrator %s has the password of signet.admin.recovery.password. Sign in, change it, and remove the"
                        + " setting (environment variable SIGNET_ADMIN_RECOVERY_PASSWORD): every start sets that password again",
                config.username());
    }

    private void restore(Account account, String password) {
        TreeSet<String> roles = new TreeSet<>(account.roles());
        roles.add(RoleService.ADMIN);
        administration.change(
                account.id(),
                new AccountChange(
                        null,
                        null,
                        null,
                        Optional.of(true),
                        Optional.of(List.copyOf(roles)),
                        Optional.of(password),
                        null),
                null);
        factors.removeAll(account.id(), null, null);
        passkeys.removeAll(account.id(), null);
    }

    private void create(String password) {
        accounts.create(FirstAdministrator.account(config.username(), password), null);
    }

    // The start does not wait for the password hash.
    private void warnInBackground(String password) {
        executor.execute(() -> {
            try {
                warnUnlessEffective(password);
            } catch (RuntimeException e) {
                LOG.warnf("Cannot check whether signet.admin.password has an effect: %s", e.getMessage());
            }
        });
    }

    private void warnUnlessEffective(String password) {
        if (!isAdministratorWith(password)) {
            LOG.warnf(
                    "signet.admin.password (environment variable SIGNET_ADMIN_PASSWORD) has no effect: it is for the first start, and"
                            + " the administrator %s has a different password. Remove the setting; for a lost password set"
                            + " signet.admin.recovery.password (SIGNET_ADMIN_RECOVERY_PASSWORD) instead",
                    config.username());
        }
    }

    private boolean isAdministratorWith(String password) {
        return passwords
                .check(config.username(), password)
                .filter(account -> account.roles().contains(RoleService.ADMIN))
                .isPresent();
    }
}
