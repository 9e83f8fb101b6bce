package dev.signet.accounts;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.database.BatchedRemoval;
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

/** E-mail addresses of accounts: whose one is, and what somebody who proved to read its mail may do to it. */
@ApplicationScoped
public class AddressService {

    private static final int MOST_OF_ONE_ADDRESS = 5;

    private final AccountRepository accounts;
    private final FormerEmailRepository formerEmails;
    private final BatchedRemoval removal;
    private final SecurityEvents events;
    private final Event<AddressChanged> changed;
    private final Event<AccessReduced> accessReduced;
    private final Clock clock;

    AddressService(
            AccountRepository accounts,
            FormerEmailRepository formerEmails,
            BatchedRemoval removal,
            SecurityEvents events,
            Event<AddressChanged> changed,
            Event<AccessReduced> accessReduced,
            Clock clock) {
        this.accounts = accounts;
        this.formerEmails = formerEmails;
        this.removal = removal;
        this.events = events;
        this.changed = changed;
        this.accessReduced = accessReduced;
        this.clock = clock;
    }

    /** The people with that address, however it is spelt, who may receive tokens; a few at most. */
    @Transactional
    public List<Account> peopleAt(String address) {
        return accounts.peopleAt(EmailAddress.key(address), MOST_OF_ONE_ADDRESS).stream()
                .map(StoredAccount::view)
                .toList();
    }

    /** Whether any account has that address, however it is spelt. */
    @Transactional
    public boolean isTaken(String address) {
        return accounts.countAt(EmailAddress.key(address)) > 0;
    }

    /** Notes that the address is the account's own; false if it has another by now, or may not receive tokens. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean confirm(UUID id, String address) {
        if (!accounts.confirmAddress(id, address, now())) {
            return false;
        }
        recordChange(id, "email_verified");
        return true;
    }

    /**
     * Changes the e-mail address of an account to a verified one, and ends every session except the one passed. A username that equals
     * the former e-mail address changes with it.
     *
     * @param undoTtl time in which {@link #undo} can restore the former e-mail address, if it was verified; zero for never
     * @return false if it may not receive tokens
     * @throws ServiceException {@code username_taken}; {@code invalid_request} if the username cannot become the address
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean change(UUID id, String address, @Nullable UUID exceptSessionId, Duration undoTtl) {
        StoredAccount account = active(id);
        if (account == null) {
            return false;
        }
        String former = account.email;
        boolean undoable = former != null && account.emailVerified && !undoTtl.isZero();
        replace(account, EmailAddress.accept(address));
        if (former != null) {
            if (undoable) {
                formerEmails.keep(new StoredFormerEmail(id, former, account.version, now().plus(undoTtl)));
            }
            changed.fire(new AddressChanged(id, former, true, undoable));
        }
        accessReduced.fire(new AccessReduced(id, "email_changed", exceptSessionId));
        return true;
    }

    /** Returns whether a former e-mail address of an account can be restored now. */
    @Transactional
    public boolean isUndoable(UUID id, String formerEmail) {
        return formerEmails.live(id, EmailAddress.key(formerEmail), now()).isPresent();
    }

    /**
     * Restores the e-mail address that an account had before its user changed it, ends every session, and removes the password, which an
     * attacker may know. Neither this change nor a later one can be undone afterwards, so that no later e-mail address is restored.
     *
     * @return false if it can no longer be undone, or the account may not receive tokens
     * @throws ServiceException {@code username_taken}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean undo(UUID id, String formerEmail) {
        StoredAccount account = active(id);
        StoredFormerEmail former =
                formerEmails.live(id, EmailAddress.key(formerEmail), now()).orElse(null);
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
            changed.fire(new AddressChanged(id, replaced, true, false));
        }
        accessReduced.fire(new AccessReduced(id, "email_change_undone", null));
        return true;
    }

    /** Removes former e-mail addresses that can no longer be restored; returns their number. */
    public long removeExpired() {
        Instant now = clock.instant();
        return removal.run(() -> formerEmails.removeExpired(now));
    }

    private @Nullable StoredAccount active(UUID id) {
        return accounts.withRoles(id).filter(StoredAccount::isActive).orElse(null);
    }

    private void replace(StoredAccount account, String email) {
        boolean usernameFollows = Username.isEmail(account.username, account.email);
        if (usernameFollows) {
            account.username(Username.accept(email));
        }
        account.address(email);
        account.emailVerified = true;
        account.updatedAt = now();
        flushUnlessTaken();
        recordChange(account.id, usernameFollows ? "email email_verified username" : "email email_verified");
    }

    private void flushUnlessTaken() {
        try {
            accounts.flush();
        } catch (RuntimeException e) {
            if (UniqueViolation.causedBy(e)) {
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
    }
}
