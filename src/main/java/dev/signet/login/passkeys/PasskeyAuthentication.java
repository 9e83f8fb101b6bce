package dev.signet.login.passkeys;

import dev.signet.accounts.AccountService;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.login.passkeys.ceremony.Ceremonies;
import dev.signet.login.passkeys.ceremony.Ceremony;
import dev.signet.login.passkeys.ceremony.CeremonyKind;
import dev.signet.login.passkeys.ceremony.StartedCeremony;
import dev.signet.login.passkeys.webauthn.AssertionVerifier;
import dev.signet.login.passkeys.webauthn.CredentialDescriptor;
import dev.signet.login.passkeys.webauthn.CredentialOptions;
import dev.signet.login.passkeys.webauthn.VerifiedAssertion;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Authentication with passkeys (Web Authentication Level 3 §7.2). Known and unknown credentials cost the same queries and
 * one signature verification, and are rejected with the same response.
 */
@ApplicationScoped
public class PasskeyAuthentication {

    /** The name of a passkey as a second factor, in {@code methods}. */
    public static final String METHOD = "passkey";

    private final PasskeyRepository repository;
    private final PasskeyService passkeys;
    private final AccountService accounts;
    private final Ceremonies ceremonies;
    private final CredentialOptions options;
    private final AssertionVerifier verifier;
    private final SecurityEvents events;
    private final Clock clock;

    PasskeyAuthentication(
            PasskeyRepository repository,
            PasskeyService passkeys,
            AccountService accounts,
            Ceremonies ceremonies,
            CredentialOptions options,
            AssertionVerifier verifier,
            SecurityEvents events,
            Clock clock) {
        this.repository = repository;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.ceremonies = ceremonies;
        this.options = options;
        this.verifier = verifier;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Starts an authentication with any passkey that the authenticator offers.
     *
     * @param username the only user that may sign in, who may or may not exist; null for any user
     * @param binding the browser that must finish it; empty if any holder of the token may
     */
    public PasskeyCeremony start(@Nullable String username, String binding) {
        // The ceremony of an unknown user looks like any other, and no account can finish it.
        UUID account = username == null ? null : accounts.findId(username).orElseGet(UUID::randomUUID);
        return start(account, List.of(), binding);
    }

    /** Starts an authentication with one of the passkeys of an account, for example as the second factor. */
    public PasskeyCeremony startFor(UUID account, String binding) {
        return start(account, passkeys.credentials(account), binding);
    }

    private PasskeyCeremony start(@Nullable UUID account, List<CredentialDescriptor> allowed, String binding) {
        StartedCeremony started = ceremonies.start(CeremonyKind.AUTHENTICATION, account, binding);
        return new PasskeyCeremony(started.token(), options.request(started.challenge(), allowed));
    }

    /** Returns the account of a credential; empty if the credential is unknown. Verifies nothing. */
    public Optional<UUID> accountOf(PresentedPasskey presented) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> repository
                        .findByCredentialId(presented.assertion().credentialId())
                        .map(passkey -> passkey.accountId));
    }

    /**
     * Consumes the ceremony of an assertion, before an attempt is counted: ceremonies are limited, but tokens can be
     * invented without limit.
     *
     * @throws ServiceException {@code invalid_grant} if the ceremony cannot be used
     */
    public Ceremony consume(PresentedPasskey presented) {
        return ceremonies.consume(CeremonyKind.AUTHENTICATION, presented.ceremony(), presented.binding());
    }

    /**
     * Accepts an assertion for its consumed ceremony.
     *
     * @param account the account that may sign in; null if there is none, so that every credential is rejected
     * @throws ServiceException {@code invalid_credentials} without distinction for every reason
     */
    public AcceptedPasskey accept(PresentedPasskey presented, Ceremony ceremony, @Nullable UUID account) {
        StoredPasskey passkey = QuarkusTransaction.joiningExisting()
                .call(() -> repository
                        .findByCredentialId(presented.assertion().credentialId())
                        .filter(found -> found.accountId.equals(account))
                        .orElse(null));
        VerifiedAssertion verified =
                verifier.verify(presented.assertion(), ceremony.challenge(), passkey == null ? null : passkey.key());
        // For NullAway: the verifier has already rejected an unknown credential.
        if (passkey == null) {
            throw rejected("the credential is unknown");
        }
        requireOwner(passkey, ceremony, presented.assertion().userHandle());
        if (passkey.backupEligible != verified.backupEligible()) {
            throw rejected("the backup eligibility of the passkey changed");
        }
        if (!recordUse(passkey, verified)) {
            events.recordInNewTransaction(SecurityEvent.of(EventType.PASSKEY_COUNTER_REJECTED)
                    .subject(passkey.accountId.toString())
                    .detail("passkey_id", passkey.id.toString()));
            throw rejected("the signature counter did not increase");
        }
        return new AcceptedPasskey(passkey.accountId, passkey.backupEligible);
    }

    private boolean recordUse(StoredPasskey passkey, VerifiedAssertion verified) {
        return QuarkusTransaction.requiringNew()
                .call(() -> repository.recordUse(
                        passkey.id,
                        verified.signCount(),
                        verified.backedUp(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    // Step 6: without a known user, the authenticator must name the account.
    private static void requireOwner(StoredPasskey passkey, Ceremony ceremony, byte @Nullable [] userHandle) {
        UUID expected = ceremony.account();
        if (expected != null && !expected.equals(passkey.accountId)) {
            throw rejected("the credential belongs to another account than the ceremony");
        }
        boolean named = Arrays.equals(userHandle, CredentialOptions.userHandle(passkey.accountId));
        if (userHandle == null ? expected == null : !named) {
            throw rejected("the user handle does not name the account of the credential");
        }
    }

    private static ServiceException rejected(String privateReason) {
        return new ServiceException(ErrorCode.INVALID_CREDENTIALS, privateReason);
    }
}
