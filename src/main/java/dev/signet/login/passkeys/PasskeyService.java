package dev.signet.login.passkeys;

import dev.signet.accounts.AccountService;
import dev.signet.accounts.PasswordService;
import dev.signet.accounts.event.AccessReduced;
import dev.signet.accounts.event.AccessReductionReason;
import dev.signet.accounts.name.DisplayName;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.login.passkeys.webauthn.CredentialDescriptor;
import dev.signet.login.passkeys.webauthn.CredentialOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** The passkeys of an account: list, rename and remove them. */
@ApplicationScoped
public class PasskeyService {

    private final PasskeyRepository repository;
    private final AccountService accounts;
    private final PasswordService passwords;
    private final CredentialOptions options;
    private final SecurityEvents events;
    private final Event<AccessReduced> accessReduced;

    PasskeyService(
            PasskeyRepository repository,
            AccountService accounts,
            PasswordService passwords,
            CredentialOptions options,
            SecurityEvents events,
            Event<AccessReduced> accessReduced) {
        this.repository = repository;
        this.accounts = accounts;
        this.passwords = passwords;
        this.options = options;
        this.events = events;
        this.accessReduced = accessReduced;
    }

    /** Returns the passkeys of an account, oldest first. */
    @Transactional
    public List<Passkey> list(UUID account) {
        return repository.of(account).stream().map(StoredPasskey::view).toList();
    }

    /** Returns the credentials of an account, for the options of a ceremony. */
    @Transactional
    public List<CredentialDescriptor> credentials(UUID account) {
        return repository.of(account).stream().map(StoredPasskey::descriptor).toList();
    }

    /**
     * Returns the credentials of an account as the JSON of {@code PublicKeyCredential.signalAllAcceptedCredentials()} (Web
     * Authentication Level 3 §5.1.10).
     */
    @Transactional
    public String acceptedCredentials(UUID account) {
        return options.accepted(account, credentials(account));
    }

    /** Returns whether an account has a passkey. */
    @Transactional
    public boolean hasAny(UUID account) {
        return repository.countOf(account) > 0;
    }

    /**
     * Renames a passkey.
     *
     * @throws ServiceException {@code not_found} if the account does not have it; {@code invalid_request} if the name is
     *     not allowed
     */
    @Transactional
    public Passkey rename(UUID account, UUID id, String name) {
        if (!repository.rename(account, id, DisplayName.accept(name))) {
            throw notFound();
        }
        return repository
                .findByIdOptional(id)
                .orElseThrow(PasskeyService::notFound)
                .view();
    }

    /**
     * Removes a passkey. Every session except the given one ends.
     *
     * @throws ServiceException {@code not_found} if the account does not have it; {@code last_sign_in_method} if the
     *     account has no password and no other passkey
     */
    @Transactional
    public void remove(UUID account, UUID id, @Nullable UUID exceptSessionId) {
        // Two requests must not remove the last two passkeys at the same time.
        if (!accounts.lock(account)) {
            throw new ServiceException(ErrorCode.INVALID_CREDENTIALS, "the account may no longer sign in");
        }
        if (!repository.remove(account, id)) {
            throw notFound();
        }
        if (repository.countOf(account) == 0 && !passwords.hasPassword(account)) {
            throw new ServiceException(ErrorCode.LAST_SIGN_IN_METHOD, "the account has no password");
        }
        recordRemoval(account, account, 1, exceptSessionId);
    }

    /** Removes all passkeys of an account. Every session ends. */
    @Transactional
    public void removeAll(UUID account, @Nullable UUID actor) {
        long removed = repository.removeAllOf(account);
        if (removed > 0) {
            recordRemoval(account, actor, removed, null);
        }
    }

    // The password ends too: an attacker who changed the address may have added a passkey, before the change or after
    // it.
    void onAccessReduced(@Observes AccessReduced event) {
        if (event.reason() == AccessReductionReason.EMAIL_CHANGE_UNDONE) {
            removeAll(event.accountId(), event.accountId());
        }
    }

    private void recordRemoval(UUID account, @Nullable UUID actor, long removed, @Nullable UUID exceptSessionId) {
        events.record(SecurityEvent.of(EventType.PASSKEY_REMOVED)
                .actor(actor)
                .subject(account.toString())
                .detail("removed", Long.toString(removed)));
        accessReduced.fire(new AccessReduced(account, AccessReductionReason.PASSKEY_REMOVED, exceptSessionId));
    }

    private static ServiceException notFound() {
        return new ServiceException(ErrorCode.NOT_FOUND, "the account has no passkey with this id");
    }
}
