package dev.signet.login.authentication;

import dev.signet.accounts.AccountService;
import dev.signet.accounts.event.PasswordChanged;
import dev.signet.accounts.name.Username;
import dev.signet.throttle.AttemptLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Clears the attempt counters of an account when its password is set, within the same transaction. They counted
 * failures with the former password, and would otherwise reject the user with the new one.
 */
@ApplicationScoped
class PasswordSetObserver {

    private final AccountService accounts;
    private final AttemptLimits limits;

    PasswordSetObserver(AccountService accounts, AttemptLimits limits) {
        this.accounts = accounts;
        this.limits = limits;
    }

    void onPasswordChanged(@Observes PasswordChanged event) {
        accounts.find(event.accountId()).ifPresent(account -> {
            limits.clear(Username.key(account.username()));
            limits.clear(Reauthentication.counter(account.id()));
        });
    }
}
