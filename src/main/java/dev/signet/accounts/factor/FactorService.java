package dev.signet.accounts.factor;

import dev.signet.accounts.AccountService;
import dev.signet.accounts.event.AccessReduced;
import dev.signet.accounts.event.AccessReductionReason;
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
 * The second factors of an account: listing, verification, enrolment and removal. Every kind of login verifies second
 * factors only here.
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

    /**
     * Returns the methods by which the account can prove its second factor, as named in {@link PresentedFactor}; empty
     * if it has none.
     */
    @Transactional
    public List<String> methods(UUID account) {
        if (totps.of(account).isEmpty()) {
            return List.of();
        }
        return recoveryCodeRows.countUnused(account) == 0
                ? List.of(PresentedFactor.OTP)
                : List.of(PresentedFactor.OTP, PresentedFactor.RECOVERY_CODE);
    }

    /** Accepts a code once, if it belongs to the account. Do not call it inside a transaction. */
    public boolean accept(UUID account, PresentedFactor presented) {
        boolean accepted = presented.method().equals(PresentedFactor.OTP)
                ? totpCheck.accept(account, presented.value())
                : recoveryCodes.accept(account, presented.value());
        if (!accepted) {
            events.recordInNewTransaction(SecurityEvent.of(EventType.FACTOR_FAILED)
                    .subject(account.toString())
                    .detail("method", presented.method()));
        }
        return accepted;
    }

    /** Returns the second factors of an account. */
    @Transactional
    public FactorList list(UUID account) {
        return new FactorList(
                totps.of(account).map(factor -> factor.view(config.maxFailures())).stream()
                        .toList(),
                recoveryCodeRows.countUnused(account));
    }

    /** Creates a secret for an authenticator app. It is not a second factor until {@link #confirm}. */
    public Enrolment enrol(UUID account) {
        String username = accounts.findActive(account)
                .orElseThrow(
                        () -> new ServiceException(ErrorCode.INVALID_CREDENTIALS, "the account may no longer sign in"))
                .username();
        return enrolments.begin(account, username);
    }

    /**
     * Confirms the secret by its first code and replaces an earlier authenticator app. Every other session ends,
     * because none of them presented this factor.
     *
     * @return new recovery codes, returned only once
     * @throws ServiceException {@code not_found} if no enrolment is pending, {@code invalid_credentials} if the code is
     *     wrong
     */
    public List<String> confirm(UUID account, PresentedFactor otp, @Nullable UUID exceptSessionId) {
        TotpEnrolments.ConfirmedEnrolment confirmed = enrolments.check(account, otp.value());
        try {
            return QuarkusTransaction.requiringNew().call(() -> install(account, confirmed, exceptSessionId));
        } catch (RuntimeException e) {
            if (UniqueViolation.isCauseOf(e)) {
                throw new ServiceException(ErrorCode.CONFLICT, "a concurrent enrolment was confirmed");
            }
            throw e;
        }
    }

    private List<String> install(
            UUID account, TotpEnrolments.ConfirmedEnrolment confirmed, @Nullable UUID exceptSessionId) {
        boolean replaced = enrolments.install(confirmed);
        events.record(SecurityEvent.of(EventType.FACTOR_ENROLLED)
                .actor(account)
                .subject(account.toString())
                .detail("replaced", Boolean.toString(replaced)));
        accessReduced.fire(new AccessReduced(account, AccessReductionReason.FACTOR_ENROLLED, exceptSessionId));
        return recoveryCodes.replace(account);
    }

    /**
     * Replaces the recovery codes.
     *
     * @return the new codes, returned only once
     * @throws ServiceException {@code not_found} if the account has no authenticator app
     */
    @Transactional
    public List<String> replaceRecoveryCodes(UUID account) {
        if (!totps.lock(account)) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "the account has no second factor");
        }
        events.record(SecurityEvent.of(EventType.FACTOR_RECOVERY_CODES_REPLACED)
                .actor(account)
                .subject(account.toString()));
        return recoveryCodes.replace(account);
    }

    /** Returns whether the account has a factor with that id. */
    @Transactional
    public boolean has(UUID account, UUID id) {
        return totps.of(account).filter(factor -> factor.id.equals(id)).isPresent();
    }

    /** Removes every factor of an account. Every session except the given one ends. */
    @Transactional
    public void removeAll(UUID account, @Nullable UUID actor, @Nullable UUID exceptSessionId) {
        pending.removeOf(account);
        boolean removed = totps.removeOf(account);
        recoveryCodeRows.removeOf(account);
        if (removed) {
            events.record(
                    SecurityEvent.of(EventType.FACTOR_REMOVED).actor(actor).subject(account.toString()));
            accessReduced.fire(new AccessReduced(account, AccessReductionReason.FACTOR_REMOVED, exceptSessionId));
        }
    }
}
