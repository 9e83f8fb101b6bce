package dev.signet.accounts.factor;

import dev.signet.accounts.AccessReduced;
import dev.signet.accounts.AccountService;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.database.UniqueViolation;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * The second factors of an account: which it has, whether what is presented is one, and how it gets and loses them. Every
 * kind of login asks here and nowhere else.
 */
@ApplicationScoped
public class FactorService {

    private final AccountService accounts;
    private final TotpRepository totps;
    private final TotpEnrolmentRepository pending;
    private final RecoveryCodeRepository recoveryCodeRows;
    private final TotpEnrolments enrolments;
    private final TotpCheck totpCheck;
    private final RecoveryCodes recoveryCodes;
    private final SecurityEvents events;
    private final Event<AccessReduced> accessReduced;
    private final FactorConfig config;

    FactorService(
            AccountService accounts,
            TotpRepository totps,
            TotpEnrolmentRepository pending,
            RecoveryCodeRepository recoveryCodeRows,
            TotpEnrolments enrolments,
            TotpCheck totpCheck,
            RecoveryCodes recoveryCodes,
            SecurityEvents events,
            Event<AccessReduced> accessReduced,
            FactorConfig config) {
        this.accounts = accounts;
        this.totps = totps;
        this.pending = pending;
        this.recoveryCodeRows = recoveryCodeRows;
        this.enrolments = enrolments;
        this.totpCheck = totpCheck;
        this.recoveryCodes = recoveryCodes;
        this.events = events;
        this.accessReduced = accessReduced;
        this.config = config;
    }

    /** How the account can prove its second factor, by the names of {@link PresentedFactor}; empty if it has none. */
    @Transactional
    public List<String> methods(UUID account) {
        if (totps.of(account).isEmpty()) {
            return List.of();
        }
        return recoveryCodeRows.left(account) == 0
                ? List.of(PresentedFactor.OTP)
                : List.of(PresentedFactor.OTP, PresentedFactor.RECOVERY_CODE);
    }

    /** Accepts what is presented if it is the account's second factor, once; not to be called inside a transaction. */
    public boolean accept(UUID account, PresentedFactor presented) {
        boolean accepted = presented.method().equals(PresentedFactor.OTP)
                ? totpCheck.accept(account, presented.value())
                : recoveryCodes.accept(account, presented.value());
        if (!accepted) {
            events.recordApart(SecurityEvent.of(EventType.FACTOR_FAILED)
                    .subject(account.toString())
                    .detail("method", presented.method()));
        }
        return accepted;
    }

    /** The second factors of an account. */
    @Transactional
    public FactorList list(UUID account) {
        return new FactorList(
                totps.of(account).map(factor -> factor.view(config.maxFailures())).stream()
                        .toList(),
                recoveryCodeRows.left(account));
    }

    /** Makes a secret for an authenticator app, which counts for nothing until {@link #confirm}. */
    public Enrolment enrol(UUID account) {
        String username = accounts.mayReceiveTokens(account)
                .orElseThrow(
                        () -> new ServiceException(ErrorCode.INVALID_CREDENTIALS, "the account may no longer sign in"))
                .username();
        return enrolments.begin(account, username);
    }

    /**
     * Confirms the secret by its first code; it takes the place of the authenticator app there was. Every other session
     * ends, because none of them had to show this factor.
     *
     * @return new recovery codes, shown this once
     * @throws ServiceException {@code not_found} if nothing waits for a code, {@code invalid_credentials} if it is wrong
     */
    public List<String> confirm(UUID account, PresentedFactor otp, @Nullable UUID exceptSessionId) {
        TotpEnrolments.Confirmed confirmed = enrolments.check(account, otp.value());
        try {
            return QuarkusTransaction.requiringNew().call(() -> install(account, confirmed, exceptSessionId));
        } catch (RuntimeException e) {
            if (UniqueViolation.causedBy(e)) {
                throw new ServiceException(ErrorCode.CONFLICT, "a concurrent enrolment was confirmed");
            }
            throw e;
        }
    }

    private List<String> install(UUID account, TotpEnrolments.Confirmed confirmed, @Nullable UUID exceptSessionId) {
        boolean replaced = enrolments.install(confirmed);
        events.record(SecurityEvent.of(EventType.FACTOR_ENROLLED)
                .actor(account)
                .subject(account.toString())
                .detail("replaced", Boolean.toString(replaced)));
        accessReduced.fire(new AccessReduced(account, "factor_enrolled", exceptSessionId));
        return recoveryCodes.replace(account);
    }

    /**
     * Makes new recovery codes in place of those there are.
     *
     * @return the codes, shown this once
     * @throws ServiceException {@code not_found} if the account has no factor they could stand in for
     */
    @Transactional
    public List<String> replaceRecoveryCodes(UUID account) {
        if (!totps.hold(account)) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "the account has no second factor");
        }
        events.record(SecurityEvent.of(EventType.FACTOR_RECOVERY_CODES_REPLACED)
                .actor(account)
                .subject(account.toString()));
        return recoveryCodes.replace(account);
    }

    /** Whether the account has a factor of that id. */
    @Transactional
    public boolean has(UUID account, UUID id) {
        return totps.of(account).filter(factor -> factor.id.equals(id)).isPresent();
    }

    /** Takes every factor from an account; every session ends but the one given. */
    @Transactional
    public void removeAll(UUID account, @Nullable UUID actor, @Nullable UUID exceptSessionId) {
        pending.removeOf(account);
        boolean removed = totps.removeOf(account);
        recoveryCodeRows.removeOf(account);
        if (removed) {
            events.record(
                    SecurityEvent.of(EventType.FACTOR_REMOVED).actor(actor).subject(account.toString()));
            accessReduced.fire(new AccessReduced(account, "factor_removed", exceptSessionId));
        }
    }
}
