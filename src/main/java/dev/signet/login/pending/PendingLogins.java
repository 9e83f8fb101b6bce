package dev.signet.login.pending;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.database.BatchedRemoval;
import dev.signet.secrets.RandomText;
import dev.signet.secrets.SecretDigest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Remembers logins between password and second factor. The token is 256 random bits of which only the SHA-256 is stored; it
 * bears few attempts and is used up by the login it finishes. Those of an account go with everything it was given.
 */
@ApplicationScoped
public class PendingLogins {

    private static final String PREFIX = "sgm_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

    private final PendingLoginRepository repository;
    private final BatchedRemoval removal;
    private final PendingConfig config;
    private final Clock clock;
    private final SecureRandom random;

    PendingLogins(
            PendingLoginRepository repository,
            BatchedRemoval removal,
            PendingConfig config,
            Clock clock,
            SecureRandom random) {
        this.repository = repository;
        this.removal = removal;
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    /** Remembers a login and returns the token that finishes it. */
    @Transactional
    public String open(PendingLogin login) {
        String token = PREFIX + RandomText.secret(random);
        repository.persist(new StoredPendingLogin(
                SecretDigest.sha256(token),
                login,
                clock.instant().truncatedTo(ChronoUnit.MICROS).plus(config.ttl())));
        return token;
    }

    /** The login a token can finish for that client; empty if it is unknown, expired, used up, or another client's. */
    @Transactional
    public Optional<PendingLogin> find(String token, String clientId) {
        return FORM.matcher(token).matches()
                ? repository
                        .live(SecretDigest.sha256(token), clientId, config.attempts(), clock.instant())
                        .map(StoredPendingLogin::view)
                : Optional.empty();
    }

    /** Counts an attempt before it is made; false if the token bears no more. */
    @Transactional
    public boolean countAttempt(String token) {
        return repository.countAttempt(SecretDigest.sha256(token), config.attempts());
    }

    /** Uses the token up; false if it was used up before. */
    @Transactional
    public boolean consume(String token) {
        return repository.consume(SecretDigest.sha256(token));
    }

    // What was shown first may have been a link from before.
    void onSecurityEvent(@Observes SecurityEvent event) {
        String account = event.subject();
        if (event.type() == EventType.ACCOUNT_NOT_BEFORE_SET && account != null) {
            repository.removeOf(UUID.fromString(account));
        }
    }

    /** Removes expired ones; returns how many. */
    long removeExpired() {
        Instant now = clock.instant();
        return removal.run(() -> repository.removeExpired(now));
    }
}
