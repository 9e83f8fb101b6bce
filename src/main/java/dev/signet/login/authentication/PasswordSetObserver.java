package dev.signet.login.authentication;

import dev.signet.accounts.AccountService;
import dev.signet.accounts.name.Username;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.throttle.AttemptLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.UUID;

/**
 * Clears the attempt counters of an account when its password is set, within the same transaction: they counted
 * failures with the former password, and would reject the user with the new one.
 */
@ApplicationScoped
class PasswordSetObserver {

    private final AccountService accounts;
    private final AttemptLimits limits;

    PasswordSetObserver(AccountService accounts, AttemptLimits limits) {
        this.accounts = accounts;
        this.limits = limits;
    }

    void onEvent(@Observes SecurityEvent event) {
        String subject = event.subject();
        if (event.type() == EventType.ACCOUNT_PASSWORD_CHANGED && subject != null) {
            accounts.find(UUID.fromString(subject)).ifPresent(account -> {
                limits.clear(Username.key(account.username()));
                limits.clear(Reauthentication.counter(account.id()));
            });
        }
    }
}
