package dev.signet.accounts;

import dev.signet.accounts.event.AccessReduced;
import dev.signet.accounts.event.AccessReductionReason;
import dev.signet.accounts.event.PasswordChanged;
import dev.signet.accounts.event.PasswordReset;
import dev.signet.accounts.name.Username;
import dev.signet.accounts.password.PasswordHasher;
import dev.signet.accounts.password.PasswordHasher.Verdict;
import dev.signet.accounts.password.PasswordRules;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Verification and changes of passwords. No transaction is open while a password is hashed, and every failure costs the
 * same: one query and one hash.
 */
@ApplicationScoped
public class PasswordService {

    private final AccountRepository accounts;
    private final PasswordHasher hasher;
    private final PasswordRules rules;
    private final SecurityEvents events;
    private final Event<AccessReduced> accessReduced;
    private final Event<PasswordChanged> passwordChanged;
    private final Event<PasswordReset> passwordReset;
    private final Clock clock;

    PasswordService(
            AccountRepository accounts,
            PasswordHasher hasher,
            PasswordRules rules,
            SecurityEvents events,
            Event<AccessReduced> accessReduced,
            Event<PasswordChanged> passwordChanged,
            Event<PasswordReset> passwordReset,
            Clock clock) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.rules = rules;
        this.events = events;
        this.accessReduced = accessReduced;
        this.passwordChanged = passwordChanged;
        this.passwordReset = passwordReset;
        this.clock = clock;
    }

    /**
     * Returns the account if it may receive tokens and the password is right. The result is empty without distinction
     * if the account is unknown, is disabled, has no password, or the password is wrong.
     *
     * @throws ServiceException {@code temporarily_unavailable} if too many hashes are waiting
     */
    public Optional<Account> check(String username, String password) {
        String key = Username.key(username);
        Optional<StoredCredentials> found = inTransaction(() -> accounts.credentials(key));
        String hash = found.map(StoredCredentials::passwordHash).orElse(null);
        Verdict verdict = hasher.verify(password, hash);
        if (hash == null || verdict == Verdict.WRONG || found.orElseThrow().status() != AccountStatus.ACTIVE) {
            return Optional.empty();
        }
        String replacement = verdict == Verdict.RIGHT_BUT_WEAK ? hasher.rehash(password) : null;
        return inTransaction(() -> afterCheck(found.orElseThrow(), hash, replacement));
    }

    // Status and password are checked again, because either may have changed while the password was hashed.
    private Optional<Account> afterCheck(StoredCredentials checked, String verified, @Nullable String replacement) {
        if (replacement != null) {
            accounts.replaceHash(checked.id(), verified, replacement);
        }
        return accounts.withRoles(checked.id())
                .filter(account -> account.isActive() && checked.isSameAs(account))
                .map(StoredAccount::view);
    }

    /**
     * Changes the password of a user who knows the current one. Every session except the given one ends.
     *
     * @throws ServiceException {@code invalid_credentials} if the current password is wrong, {@code password_refused}
     *     if the new one is not acceptable
     */
    public void changePassword(UUID id, String current, String replacement, @Nullable UUID exceptSessionId) {
        String hash = verifiedHash(id, current);
        String username = inTransaction(() -> accounts.findById(id).username);
        String replacementHash = hasher.hash(rules.accept(replacement, username));
        QuarkusTransaction.joiningExisting().run(() -> {
            if (!accounts.replacePassword(
                    id, hash, replacementHash, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
                throw new ServiceException(ErrorCode.CONFLICT, "the password was changed by a concurrent request");
            }
            events.record(SecurityEvent.of(EventType.ACCOUNT_PASSWORD_CHANGED)
                    .actor(id)
                    .subject(id.toString()));
            passwordChanged.fire(new PasswordChanged(id, true));
            accessReduced.fire(new AccessReduced(id, AccessReductionReason.PASSWORD_CHANGED, exceptSessionId));
        });
    }

    /** Returns whether an account has a password. */
    public boolean hasPassword(UUID id) {
        return inTransaction(() -> accounts.credentials(id))
                .map(StoredCredentials::passwordHash)
                .isPresent();
    }

    /**
     * Validates and hashes a new password without an open transaction.
     *
     * @throws ServiceException {@code password_refused}; {@code temporarily_unavailable} if too many hashes are waiting
     */
    public PreparedPassword prepare(String password, String username) {
        return new PreparedPassword(hasher.hash(rules.accept(password, username)));
    }

    /**
     * Sets the password of a user who opened a link sent to the e-mail address of the account. Every session ends.
     *
     * @return false, with nothing changed, if the account has another e-mail address by now or may not receive tokens
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean reset(UUID id, String email, PreparedPassword password, boolean apiKeysToo) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!accounts.resetPassword(id, email, password.hash(), now)) {
            return false;
        }
        events.record(SecurityEvent.of(EventType.ACCOUNT_PASSWORD_CHANGED)
                .actor(id)
                .subject(id.toString())
                .detail("by", "link"));
        passwordChanged.fire(new PasswordChanged(id, true));
        passwordReset.fire(new PasswordReset(id, apiKeysToo));
        accessReduced.fire(new AccessReduced(id, AccessReductionReason.PASSWORD_RESET, null));
        return true;
    }

    /**
     * Verifies the password of an account that is already signed in.
     *
     * @throws ServiceException {@code invalid_credentials} if it is wrong, or the account may no longer sign in
     */
    public void confirm(UUID id, String password) {
        verifiedHash(id, password);
    }

    private String verifiedHash(UUID id, String password) {
        Optional<StoredCredentials> found = inTransaction(() -> accounts.credentials(id));
        String hash = found.map(StoredCredentials::passwordHash).orElse(null);
        Verdict verdict = hasher.verify(password, hash);
        if (hash == null || verdict == Verdict.WRONG || found.orElseThrow().status() != AccountStatus.ACTIVE) {
            throw new ServiceException(ErrorCode.INVALID_CREDENTIALS, "the current password is wrong");
        }
        return hash;
    }

    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.joiningExisting().call(work);
    }
}
