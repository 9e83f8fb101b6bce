package dev.signet.login.pending;

import dev.signet.secrets.SecretDigest;
import dev.signet.secrets.TokenPrefix;
import dev.signet.tokens.notbefore.NotBeforeSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Logins that wait for the second factor. The token is 256 random bits, of which only the SHA-256 is stored. It
 * allows a few attempts and is consumed by the login it finishes. A not-before instant of the account also removes its
 * pending logins.
 */
@ApplicationScoped
public class PendingLogins {

    private final PendingLoginRepository repository;
    private final PendingConfig config;
    private final Clock clock;
    private final SecureRandom random;

    PendingLogins(PendingLoginRepository repository, PendingConfig config, Clock clock, SecureRandom random) {
        this.repository = repository;
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    /** Stores a login and returns the token that finishes it. */
    @Transactional
    public String open(PendingLogin login) {
        String token = TokenPrefix.MFA_TOKEN.randomToken(random);
        repository.persist(new StoredPendingLogin(
                SecretDigest.sha256(token),
                login,
                clock.instant().truncatedTo(ChronoUnit.MICROS).plus(config.ttl())));
        return token;
    }

    /**
     * Returns the login that a token can finish for that client; empty if the token is unknown, expired, consumed or of
     * another client.
     */
    @Transactional
    public Optional<PendingLogin> find(String token, String clientId) {
        return TokenPrefix.MFA_TOKEN.isRandomToken(token)
                ? repository
                        .findLive(SecretDigest.sha256(token), clientId, config.attempts(), clock.instant())
                        .map(StoredPendingLogin::view)
                : Optional.empty();
    }

    /** Counts an attempt before it is made. Returns false if the token allows no further attempt. */
    @Transactional
    public boolean countAttempt(String token) {
        return repository.countAttempt(SecretDigest.sha256(token), config.attempts());
    }

    /** Consumes the token. Returns false if it was consumed before. */
    @Transactional
    public boolean consume(String token) {
        return repository.consume(SecretDigest.sha256(token));
    }

    // The first factor may have been a link issued before that time.
    void onNotBeforeSet(@Observes NotBeforeSet event) {
        repository.removeOf(event.accountId());
    }
}
