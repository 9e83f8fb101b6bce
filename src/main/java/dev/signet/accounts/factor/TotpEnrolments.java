package dev.signet.accounts.factor;

import dev.signet.database.UniqueViolation;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Creates secrets for authenticator apps and confirms them by their first code. The number of attempts is limited:
 * otherwise a thief of an access token could guess a code and receive the user's recovery codes.
 */
@ApplicationScoped
class TotpEnrolments {

    private static final int MAX_ATTEMPTS = 5;

    private final TotpEnrolmentRepository enrolments;
    private final TotpRepository totps;
    private final TotpSeal seal;
    private final OtpauthUri uri;
    private final FactorConfig config;
    private final Clock clock;
    private final SecureRandom random;

    TotpEnrolments(
            TotpEnrolmentRepository enrolments,
            TotpRepository totps,
            TotpSeal seal,
            OtpauthUri uri,
            FactorConfig config,
            Clock clock,
            SecureRandom random) {
        this.enrolments = enrolments;
        this.totps = totps;
        this.seal = seal;
        this.uri = uri;
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    /** Creates a secret that replaces a pending one. */
    Enrolment begin(UUID account, String username) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        UUID id = UUID.randomUUID();
        TotpEnrolment enrolment = new TotpEnrolment(
                id,
                account,
                seal.encrypt(secret, account, id),
                clock.instant().truncatedTo(ChronoUnit.MICROS).plus(config.enrolmentTtl()));
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                enrolments.removeOf(account);
                enrolments.persistAndFlush(enrolment);
            });
        } catch (RuntimeException e) {
            if (UniqueViolation.isCauseOf(e)) {
                throw new ServiceException(ErrorCode.CONFLICT, "a concurrent enrolment was started");
            }
            throw e;
        }
        String secretText = Base32.encode(secret);
        return new Enrolment(
                id,
                secretText,
                uri.of(username, secretText),
                config.enrolmentTtl().toSeconds());
    }

    /**
     * Verifies the first code; every attempt counts.
     *
     * @throws ServiceException {@code not_found} if no enrolment is pending any more, {@code invalid_credentials} if
     *     the code is wrong
     */
    ConfirmedEnrolment check(UUID account, String code) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        TotpEnrolment enrolment = QuarkusTransaction.requiringNew()
                .call(() -> enrolments
                        .findLive(account, now)
                        .filter(live -> enrolments.countAttempt(live.id, MAX_ATTEMPTS))
                        .orElseThrow(TotpEnrolments::noPendingEnrolment));
        byte[] secret = seal.decrypt(enrolment.sealedSecret, account, enrolment.id);
        OptionalLong step = Totp.stepOf(secret, code, now);
        return new ConfirmedEnrolment(
                enrolment,
                step.orElseThrow(() -> new ServiceException(ErrorCode.INVALID_CREDENTIALS, "the code is wrong")),
                now);
    }

    /**
     * Replaces the authenticator app of the account with the confirmed one, whose code is used up. Returns whether
     * there was an earlier one.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean install(ConfirmedEnrolment confirmed) {
        if (!enrolments.consume(confirmed.enrolment().id)) {
            throw noPendingEnrolment();
        }
        boolean replaced = totps.removeOf(confirmed.enrolment().accountId);
        totps.persistAndFlush(new StoredTotp(confirmed.enrolment(), confirmed.step(), confirmed.at()));
        return replaced;
    }

    private static ServiceException noPendingEnrolment() {
        return new ServiceException(ErrorCode.NOT_FOUND, "no enrolment is pending");
    }

    /**
     * An enrolment whose first code is right.
     *
     * @param step the time step of the code (RFC 6238 §4.2), which cannot be used again
     */
    record ConfirmedEnrolment(TotpEnrolment enrolment, long step, Instant at) {}
}
