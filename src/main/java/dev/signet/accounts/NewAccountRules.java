package dev.signet.accounts;

import dev.signet.accounts.name.TrimmedName;
import dev.signet.accounts.password.PasswordRules;
import dev.signet.error.ServiceException;
import jakarta.inject.Singleton;

import java.time.Instant;

/** Validates a new account without the database, by the rules that apply when it is created. */
@Singleton
public class NewAccountRules {

    private final PasswordRules passwords;

    NewAccountRules(PasswordRules passwords) {
        this.passwords = passwords;
    }

    /**
     * Validates the username, the name and the e-mail address.
     *
     * @throws ServiceException {@code invalid_request}
     */
    public void requireAcceptableNames(NewAccount newAccount) {
        StoredAccount.of(newAccount, Instant.EPOCH);
    }

    /**
     * Validates a password for the account with that username.
     *
     * @throws ServiceException {@code password_refused}
     */
    public void requireAcceptablePassword(String password, String username) {
        passwords.accept(password, TrimmedName.of(username));
    }
}
