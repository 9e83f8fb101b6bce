package dev.signet.login.passkeys.ceremony;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.secrets.SecretDigest;
import dev.signet.secrets.TokenPrefix;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Starts and consumes ceremonies. The token of a ceremony is 256 random bits, of which only the SHA-256 is stored. It is
 * valid for one request, whether or not that request is successful.
 */
@ApplicationScoped
public class Ceremonies {

    /** The time within which a ceremony must be finished. */
    public static final Duration TTL = Duration.ofMinutes(5);

    // Web Authentication Level 3 §13.4.3 requires at least 16.
    private static final int CHALLENGE_BYTES = 32;

    private final CeremonyRepository repository;
    private final Clock clock;
    private final SecureRandom random;

    Ceremonies(CeremonyRepository repository, Clock clock, SecureRandom random) {
        this.repository = repository;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Starts a ceremony. It replaces an earlier one of the same kind and binding, so that a session or page has one at most.
     *
     * @param account the only account that may finish it; null if any account may
     * @param binding the session or browser that must finish it; empty if any holder of the token may
     */
    @Transactional
    public StartedCeremony start(CeremonyKind kind, @Nullable UUID account, String binding) {
        String token = TokenPrefix.PASSKEY_CEREMONY.randomToken(random);
        byte[] challenge = new byte[CHALLENGE_BYTES];
        random.nextBytes(challenge);
        byte[] bindingHash = SecretDigest.sha256(binding);
        if (!binding.isEmpty()) {
            repository.removeOf(kind, bindingHash);
        }
        repository.persist(new StoredCeremony(
                SecretDigest.sha256(token),
                kind,
                challenge,
                account,
                bindingHash,
                clock.instant().truncatedTo(ChronoUnit.MICROS).plus(TTL)));
        return new StartedCeremony(token, challenge);
    }

    /**
     * Consumes a ceremony in its own transaction, so that it stays consumed if the request fails.
     *
     * @throws ServiceException {@code invalid_grant} if it is unknown, expired, consumed, of another kind, or was begun
     *     by another session or browser
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Ceremony consume(CeremonyKind kind, String token, String binding) {
        if (!TokenPrefix.PASSKEY_CEREMONY.isRandomToken(token)) {
            throw unusable();
        }
        return repository
                .findLive(SecretDigest.sha256(token), kind, SecretDigest.sha256(binding), clock.instant())
                .filter(live -> repository.consume(live.id))
                .map(live -> new Ceremony(live.challenge, live.accountId))
                .orElseThrow(Ceremonies::unusable);
    }

    private static ServiceException unusable() {
        return new ServiceException(
                ErrorCode.INVALID_GRANT, "the passkey ceremony is unknown, expired, consumed or of another caller");
    }
}
