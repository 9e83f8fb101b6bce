package dev.signet.accounts.factor;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Verification of a code of an authenticator app, which is accepted once (RFC 6238 §5.2). Every attempt is counted as
 * failed before the code is verified, so that parallel guesses are limited like sequential ones. A right code resets
 * the count.
 */
@ApplicationScoped
class TotpCheck {

    private final TotpRepository totps;
    private final TotpSeal seal;
    private final SecurityEvents events;
    private final FactorConfig config;
    private final Clock clock;

    TotpCheck(TotpRepository totps, TotpSeal seal, SecurityEvents events, FactorConfig config, Clock clock) {
        this.totps = totps;
        this.seal = seal;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    boolean accept(UUID account, String code) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // Two transactions, because the count must remain even if the attempt fails.
        Optional<StoredTotp> counted = QuarkusTransaction.requiringNew().call(() -> count(account));
        if (counted.isEmpty()) {
            return false;
        }
        StoredTotp factor = counted.get();
        byte[] secret = seal.decrypt(factor.sealedSecret, account, factor.id);
        OptionalLong step = Totp.stepOf(secret, code, now);
        if (step.isPresent()
                && QuarkusTransaction.requiringNew().call(() -> totps.consumeStep(factor.id, step.getAsLong(), now))) {
            return true;
        }
        if (factor.failures == config.maxFailures()) {
            events.recordInNewTransaction(
                    SecurityEvent.of(EventType.FACTOR_LOCKED).subject(account.toString()));
        }
        return false;
    }

    private Optional<StoredTotp> count(UUID account) {
        return totps.countFailure(account, config.maxFailures()) ? totps.of(account) : Optional.empty();
    }
}
