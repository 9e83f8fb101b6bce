package dev.signet.links;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.accounts.event.EmailChanged;
import dev.signet.accounts.event.PasswordChanged;
import dev.signet.links.mail.MailKind;
import dev.signet.links.mail.MailOutbox;
import dev.signet.links.mail.OutgoingMail;
import dev.signet.login.passkeys.PasskeyRegistered;
import dev.signet.pages.Languages;
import dev.signet.web.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.UUID;

/** Notifies users by mail of changes of their account, at the e-mail address before the change. */
@ApplicationScoped
class AccountNotices {

    private final MailOutbox outbox;
    private final AccountService accounts;
    private final Caller caller;

    AccountNotices(MailOutbox outbox, AccountService accounts, Caller caller) {
        this.outbox = outbox;
        this.accounts = accounts;
        this.caller = caller;
    }

    void onPasswordChanged(@Observes PasswordChanged event) {
        accounts.find(event.accountId()).ifPresent(account -> {
            if (account.email() != null) {
                add(MailKind.PASSWORD_CHANGED, account.id(), account.email(), event.byUser());
            }
        });
    }

    void onPasskeyRegistered(@Observes PasskeyRegistered event) {
        accounts.find(event.accountId()).filter(Account::emailVerified).ifPresent(account -> {
            if (account.email() != null) {
                add(MailKind.PASSKEY_ADDED, account.id(), account.email(), true);
            }
        });
    }

    void onEmailChanged(@Observes EmailChanged event) {
        MailKind kind = event.undoable() ? MailKind.EMAIL_CHANGE_UNDO : MailKind.ADDRESS_CHANGED;
        add(kind, event.accountId(), event.formerEmail(), event.byUser());
    }

    private void add(MailKind kind, UUID accountId, String email, boolean byUser) {
        String language = Languages.choose(null, caller.acceptLanguage()).toLanguageTag();
        String requestedFrom = byUser ? caller.ipAddress() : "";
        outbox.add(
                OutgoingMail.toAccount(kind, accountId, language, requestedFrom).to(email));
    }
}
