package dev.signet.login.passkeys;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.accounts.name.DisplayName;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.database.UniqueViolation;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.login.passkeys.ceremony.Ceremonies;
import dev.signet.login.passkeys.ceremony.Ceremony;
import dev.signet.login.passkeys.ceremony.CeremonyKind;
import dev.signet.login.passkeys.ceremony.StartedCeremony;
import dev.signet.login.passkeys.webauthn.AttestationResponse;
import dev.signet.login.passkeys.webauthn.AuthenticatorNames;
import dev.signet.login.passkeys.webauthn.CredentialOptions;
import dev.signet.login.passkeys.webauthn.PasskeysConfig;
import dev.signet.login.passkeys.webauthn.RegistrationVerifier;
import dev.signet.login.passkeys.webauthn.VerifiedCredential;
import dev.signet.throttle.AttemptLimits;
import dev.signet.web.caller.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The registration of passkeys (Web Authentication Level 3 §7.1) by a user who is signed in. */
@ApplicationScoped
public class PasskeyRegistration {

    private final PasskeyRepository repository;
    private final PasskeyService passkeys;
    private final AccountService accounts;
    private final Ceremonies ceremonies;
    private final CredentialOptions options;
    private final RegistrationVerifier verifier;
    private final SecurityEvents events;
    private final Event<PasskeyRegistered> registered;
    private final AttemptLimits limits;
    private final Caller caller;
    private final PasskeysConfig config;
    private final Clock clock;

    PasskeyRegistration(
            PasskeyRepository repository,
            PasskeyService passkeys,
            AccountService accounts,
            Ceremonies ceremonies,
            CredentialOptions options,
            RegistrationVerifier verifier,
            SecurityEvents events,
            Event<PasskeyRegistered> registered,
            AttemptLimits limits,
            Caller caller,
            PasskeysConfig config,
            Clock clock) {
        this.repository = repository;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.ceremonies = ceremonies;
        this.options = options;
        this.verifier = verifier;
        this.events = events;
        this.registered = registered;
        this.limits = limits;
        this.caller = caller;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Starts a registration.
     *
     * @param sessionId the session that must finish it
     * @throws ServiceException {@code limit_reached}; {@code invalid_credentials} if the account may no longer sign in;
     *     {@code too_many_attempts}
     */
    public PasskeyCeremony start(UUID accountId, UUID sessionId) {
        Account account = requireActive(accountId);
        if (passkeys.list(accountId).size() >= config.maxPerAccount()) {
            throw limitReached();
        }
        limits.countPage(caller.ipAddress());
        StartedCeremony started = ceremonies.start(CeremonyKind.REGISTRATION, accountId, binding(sessionId));
        return new PasskeyCeremony(
                started.token(), options.creation(account, started.challenge(), passkeys.credentials(accountId)));
    }

    /**
     * Verifies and stores a new passkey.
     *
     * @param name its name; null for that of the authenticator
     * @throws ServiceException {@code invalid_grant} if the ceremony cannot be used; {@code invalid_request} if the
     *     credential or the name is invalid; {@code conflict} if the credential is registered already; {@code
     *     limit_reached}
     */
    public Passkey finish(
            UUID accountId, UUID sessionId, String ceremonyToken, AttestationResponse response, @Nullable String name) {
        String accepted = name == null ? null : DisplayName.accept(name);
        requireActive(accountId);
        Ceremony ceremony = ceremonies.consume(CeremonyKind.REGISTRATION, ceremonyToken, binding(sessionId));
        if (!accountId.equals(ceremony.account())) {
            throw new ServiceException(ErrorCode.INVALID_GRANT, "the ceremony belongs to another account");
        }
        VerifiedCredential credential = verifier.verify(response, ceremony.challenge());
        StoredPasskey passkey = new StoredPasskey(
                accountId,
                credential,
                accepted == null ? AuthenticatorNames.of(credential.aaguid()) : accepted,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        try {
            QuarkusTransaction.joiningExisting().run(() -> store(passkey, credential));
        } catch (RuntimeException e) {
            if (UniqueViolation.isCauseOf(e)) {
                throw new ServiceException(ErrorCode.CONFLICT, "the credential is registered already");
            }
            throw e;
        }
        return passkey.view();
    }

    private void store(StoredPasskey passkey, VerifiedCredential credential) {
        if (!accounts.lock(passkey.accountId)) {
            throw new ServiceException(ErrorCode.INVALID_CREDENTIALS, "the account may no longer sign in");
        }
        if (repository.countOf(passkey.accountId) >= config.maxPerAccount()) {
            throw limitReached();
        }
        repository.persistAndFlush(passkey);
        events.record(SecurityEvent.of(EventType.PASSKEY_REGISTERED)
                .actor(passkey.accountId)
                .subject(passkey.accountId.toString())
                .detail("passkey_id", passkey.id.toString())
                .detail("attachment", credential.roaming() ? "cross-platform" : "platform"));
        registered.fire(new PasskeyRegistered(passkey.accountId));
    }

    private Account requireActive(UUID account) {
        return accounts.findActive(account)
                .orElseThrow(
                        () -> new ServiceException(ErrorCode.INVALID_CREDENTIALS, "the account may no longer sign in"));
    }

    private static String binding(UUID sessionId) {
        return "session:" + sessionId;
    }

    private static ServiceException limitReached() {
        return new ServiceException(ErrorCode.LIMIT_REACHED, "the account has the maximum number of passkeys");
    }
}
