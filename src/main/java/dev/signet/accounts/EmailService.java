package dev.signet.accounts;

import dev.signet.accounts.event.AccessReduced;
import dev.signet.accounts.event.AccessReductionReason;
import dev.signet.accounts.event.AccountChanged;
import dev.signet.accounts.event.EmailChanged;
import dev.signet.accounts.name.EmailAddress;
import dev.signet.accounts.name.Username;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.database.UniqueViolation;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * E-mail addresses of accounts: finding accounts by address, verifying an address, changing it and undoing the change.
 */
@ApplicationScoped
public class EmailService {

    private static final int MAX_ACCOUNTS_PER_EMAIL = 5;

    private final AccountRepository accounts;
    private final FormerEmailRepository formerEmails;
    private final SecurityEvents events;
    private final Event<AccountChanged> accountChanged;
    private final Event<EmailChanged> emailChanged;
    private final Event<AccessReduced> accessReduced;
    private final Clock clock;

    EmailService(
            AccountRepository accounts,
            FormerEmailRepository formerEmails,
            SecurityEvents events,
            Event<AccountChanged> accountChanged,
            Event<EmailChanged> emailChanged,
            Event<AccessReduced> accessReduced,
            Clock clock) {
        this.accounts = accounts;
        this.formerEmails = formerEmails;
        this.events = events;
        this.accountChanged = accountChanged;
        this.emailChanged = emailChanged;
        this.accessReduced = accessReduced;
        this.clock = clock;
    }

    /** Returns the users with that e-mail address, in any spelling, who may receive tokens; at most five. */
    @Transactional
    public List<Account> activeUsersByEmail(String email) {
        return accounts.activeUsersByEmail(EmailAddress.key(email), MAX_ACCOUNTS_PER_EMAIL).stream()
                .map(StoredAccount::view)
                .toList();
    }

    /** Returns whether any account has that e-mail address, in any spelling. */
    @Transactional
    public boolean isEmailInUse(String email) {
        return accounts.countByEmail(EmailAddress.key(email)) > 0;
    }

    /**
     * Marks the e-mail address of the account as verified. Returns false if the account has another one by now or may
     * not receive tokens.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean confirm(UUID id, String email) {
        if (!accounts.confirmEmail(id, email, now())) {
            return false;
        }
        recordChange(id, "email_verified");
        return true;
    }

    /**
     * Changes the e-mail address of an account to a verified one, and ends every session except the one passed. A
     * username that equals the former e-mail address changes with it.
     *
     * @param undoTtl the time in which {@link #undo} can restore the former e-mail address, if it was verified; zero
     *     for never
     * @return false if the account may not receive tokens
     * @throws ServiceException {@code username_taken}; {@code invalid_request} if the username cannot become the
     *     address
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean change(UUID id, String email, @Nullable UUID exceptSessionId, Duration undoTtl) {
        StoredAccount account = active(id);
        if (account == null) {
            return false;
        }
        String former = account.email;
        boolean undoable = former != null && account.emailVerified && !undoTtl.isZero();
        replace(account, EmailAddress.accept(email));
        if (former != null) {
            if (undoable) {
                formerEmails.store(new StoredFormerEmail(id, former, account.version, now().plus(undoTtl)));
            }
            emailChanged.fire(new EmailChanged(id, former, true, undoable));
        }
        accessReduced.fire(new AccessReduced(id, AccessReductionReason.EMAIL_CHANGED, exceptSessionId));
        return true;
    }

    /** Returns whether a former e-mail address of an account can be restored now. */
    @Transactional
    public boolean isUndoable(UUID id, String formerEmail) {
        return formerEmails
                .findUnexpired(id, EmailAddress.key(formerEmail), now())
                .isPresent();
    }

    /**
     * Restores the e-mail address that an account had before its user changed it, ends every session, and removes the
     * password, which an attacker may know. Neither this change nor a later one can be undone afterwards, so that no
     * later e-mail address is restored.
     *
     * @return false if the change can no longer be undone, or the account may not receive tokens
     * @throws ServiceException {@code username_taken}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean undo(UUID id, String formerEmail) {
        StoredAccount account = active(id);
        StoredFormerEmail former = formerEmails
                .findUnexpired(id, EmailAddress.key(formerEmail), now())
                .orElse(null);
        if (account == null || former == null || !formerEmails.removeSince(former)) {
            return false;
        }
        String replaced = account.email;
        account.removePassword(now());
        replace(account, former.email);
        events.record(SecurityEvent.of(EventType.ACCOUNT_EMAIL_CHANGE_UNDONE)
                .actor(id)
                .subject(id.toString()));
        if (replaced != null && !EmailAddress.key(replaced).equals(former.emailKey)) {
            emailChanged.fire(new EmailChanged(id, replaced, true, false));
        }
        accessReduced.fire(new AccessReduced(id, AccessReductionReason.EMAIL_CHANGE_UNDONE, null));
        return true;
    }

    private @Nullable StoredAccount active(UUID id) {
        return accounts.withRoles(id).filter(StoredAccount::isActive).orElse(null);
    }

    private void replace(StoredAccount account, String email) {
        boolean usernameFollows = Username.equalsEmail(account.username, account.email);
        if (usernameFollows) {
            account.setUsername(Username.accept(email));
        }
        account.setEmail(email);
        account.emailVerified = true;
        account.updatedAt = now();
        flushOrReportConflict();
        recordChange(account.id, usernameFollows ? "email email_verified username" : "email email_verified");
    }

    private void flushOrReportConflict() {
        try {
            accounts.flush();
        } catch (RuntimeException e) {
            if (UniqueViolation.isCauseOf(e)) {
                throw new ServiceException(ErrorCode.USERNAME_TAKEN, "username is already in use");
            }
            throw e;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void recordChange(UUID id, String members) {
        events.record(SecurityEvent.of(EventType.ACCOUNT_CHANGED)
                .actor(id)
                .subject(id.toString())
                .detail("members", members));
        accountChanged.fire(new AccountChanged(id));
    }
}
