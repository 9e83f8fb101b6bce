package dev.signet.admin;

import dev.signet.accounts.AccountKind;
import dev.signet.accounts.AccountService;
import dev.signet.accounts.NewAccount;
import dev.signet.accounts.name.Username;
import dev.signet.accounts.role.RoleService;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.error.Settings;
import dev.signet.secrets.RandomText;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;

/**
 * Creates the first administrator of an empty database. If two nodes try at the same time, the unique username allows
 * only one of them to succeed.
 */
@ApplicationScoped
class FirstAdministrator {

    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class);
    private static final int PASSWORD_BYTES = 18;

    private final AccountService accounts;
    private final AdminConfig config;
    private final SecureRandom random;

    FirstAdministrator(AccountService accounts, AdminConfig config, SecureRandom random) {
        this.accounts = accounts;
        this.config = config;
        this.random = random;
    }

    void onStart(@Observes StartupEvent event) {
        if (!accounts.isEmpty()) {
            return;
        }
        Optional<String> configured = config.password();
        if (configured.isPresent()) {
            createWith(configured.get());
        } else {
            createWithRandom();
        }
    }

    private void createWith(String password) {
        if (create(password)) {
            LOG.infof("First administrator created: %s, with the password of signet.admin.password", config.username());
        }
    }

    // The file is written before the account is created. If the process dies in between, an unused file remains. The
    // opposite order could leave an account whose password is unknown.
    private void createWithRandom() {
        String password = RandomText.of(PASSWORD_BYTES, random);
        PasswordFile file = new PasswordFile(config.passwordFile());
        try {
            file.prepare(password);
            if (create(password)) {
                LOG.infof("First administrator created: %s. The password is in %s", config.username(), file.publish());
            }
        } catch (IOException e) {
            throw new ConfigurationException(
                    Settings.named("signet.admin.password-file") + " is " + config.passwordFile()
                            + ", which cannot be written: " + e.getClass().getSimpleName() + ".",
                    e);
        } finally {
            file.discard();
        }
    }

    /**
     * Returns the account of the administrator that an operator configures. A username with an at sign is also its
     * e-mail address, which the operator has verified.
     */
    static NewAccount account(String username, @Nullable String password) {
        String email = Username.isEmailLike(username) ? username : null;
        return new NewAccount(
                AccountKind.PERSON, username, email, email != null, Set.of(RoleService.ADMIN), true, password, null);
    }

    private boolean create(String password) {
        try {
            accounts.create(account(config.username(), password), null);
            return true;
        } catch (ServiceException e) {
            if (e.code() == ErrorCode.USERNAME_TAKEN) {
                return false;
            }
            throw e;
        }
    }
}
