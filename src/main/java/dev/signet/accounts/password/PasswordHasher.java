package dev.signet.accounts.password;

import dev.signet.accounts.password.HashScheme.ParsedHash;
import dev.signet.error.ServiceException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** Hashes passwords with Argon2id, and verifies those hashes and the ones taken over from other systems. */
@Singleton
public class PasswordHasher {

    static final int HASH_BYTES = 32;

    private static final int SALT_BYTES = 16;
    private static final Logger LOG = Logger.getLogger(PasswordHasher.class);
    private static final byte[] NO_SALT = new byte[SALT_BYTES];
    private static final int MAX_STORED = 500;

    private final Argon2Parameters present;
    private final Argon2Choice choice;
    private final Argon2Id argon2;
    private final List<HashScheme> schemes;
    private final HashingGate gate;
    private final SecureRandom random;

    @Inject
    PasswordHasher(PasswordConfig config, SecureRandom random) {
        this(
                new Argon2Parameters(config.memoryKib(), config.iterations(), config.parallelism()),
                Argon2Choice.of(config.argon2()),
                new HashingGate(Runtime.getRuntime().availableProcessors(), config.maxWaiting()),
                random);
        LOG.info(choice.sentence());
    }

    PasswordHasher(Argon2Parameters present, Argon2Choice choice, HashingGate gate, SecureRandom random) {
        if (!present.areBearable()) {
            throw new IllegalArgumentException(
                    "signet.accounts.password.memory-kib, .iterations and .parallelism are out of range:"
                            + " Signet would reject such a hash");
        }
        this.present = present;
        this.choice = choice;
        this.argon2 = new Argon2Id(choice.argon2());
        this.schemes = List.of(argon2, new DjangoPbkdf2(), new Bcrypt(), new DjangoScrypt());
        this.gate = gate;
        this.random = random;
    }

    /** {@code libargon2} or {@code java}. */
    String argon2Name() {
        return choice.argon2().name();
    }

    /** What a check found out. */
    public enum Verdict {
        WRONG,
        RIGHT,
        /** Right, and its hash should be replaced by {@link #rehash}. */
        RIGHT_BUT_WEAK
    }

    /** Hashes a password that {@link PasswordRules#accept} returned. */
    public String hash(String accepted) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return gate.pass(() -> argon2.write(accepted, salt, HASH_BYTES, present));
    }

    /** Hashes the raw password that {@link #verify} just found right, whatever the rules for new ones say. */
    public String rehash(String raw) {
        return hash(PasswordRules.normalise(raw));
    }

    /** Checks a raw password against a stored hash. Without a hash it does the same work and says wrong. */
    public Verdict verify(String raw, @Nullable String stored) {
        String password = PasswordRules.isReadable(raw) ? PasswordRules.normalise(raw) : null;
        ParsedHash hash = stored == null ? null : parse(stored).orElse(null);
        if (password == null || hash == null) {
            gate.pass(() -> argon2.derive(present, "", NO_SALT, HASH_BYTES));
            return Verdict.WRONG;
        }
        if (!gate.pass(() -> hash.matches(password) || matchesUnnormalised(hash, raw, password))) {
            return Verdict.WRONG;
        }
        return hash.weakerThan(present) ? Verdict.RIGHT_BUT_WEAK : Verdict.RIGHT;
    }

    // Other systems hashed what was typed, in whatever form the keyboard gave it.
    private static boolean matchesUnnormalised(ParsedHash hash, String raw, String normalised) {
        return hash.foreign() && !raw.equals(normalised) && hash.matches(raw);
    }

    /**
     * Returns the hash if it is of a scheme that can be verified here.
     *
     * @throws ServiceException {@code invalid_request} if it is not
     */
    public String acceptImported(String stored) {
        if (parse(stored).isEmpty()) {
            throw ServiceException.invalidMember(
                    "password_hash", "password_hash has an unsupported scheme or too high a cost");
        }
        return stored;
    }

    private Optional<ParsedHash> parse(String stored) {
        return stored.length() > MAX_STORED
                ? Optional.empty()
                : schemes.stream()
                        .flatMap(scheme -> scheme.parse(stored).stream())
                        .findFirst();
    }
}
