package dev.signet.accounts.password;

import dev.signet.accounts.password.HashScheme.ParsedHash;
import dev.signet.accounts.password.argon2.Argon2Choice;
import dev.signet.accounts.password.argon2.Argon2Parameters;
import dev.signet.error.ServiceException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** Hashes passwords with Argon2id, and verifies those hashes and hashes imported from other systems. */
@Singleton
public class PasswordHasher {

    static final int HASH_BYTES = 32;

    private static final int SALT_BYTES = 16;
    private static final Logger LOG = Logger.getLogger(PasswordHasher.class);
    private static final byte[] NO_SALT = new byte[SALT_BYTES];
    private static final int MAX_STORED = 500;

    private final Argon2Parameters current;
    private final Argon2Choice choice;
    private final Argon2Id argon2;
    private final List<HashScheme> schemes;
    private final HashingGate gate;
    private final int maxHashKib;
    private final SecureRandom random;

    @Inject
    PasswordHasher(PasswordConfig config, HashingMeters meters, SecureRandom random) {
        this(
                new Argon2Parameters(config.memoryKib(), config.iterations(), config.parallelism()),
                Argon2Choice.of(config.argon2(), config.memoryKib()),
                HashingGate.Limits.of(
                        config.memoryKib(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory()),
                config.maxWaiting(),
                meters,
                random);
        LOG.info(choice.description());
    }

    PasswordHasher(
            Argon2Parameters current,
            Argon2Choice choice,
            HashingGate.Limits limits,
            int maxWaiting,
            HashingMeters meters,
            SecureRandom random) {
        if (!current.areWithinLimits()) {
            throw new IllegalArgumentException(
                    "signet.accounts.password.memory-kib, .iterations and .parallelism are out of range:"
                            + " Signet would reject such a hash");
        }
        this.current = current;
        this.choice = choice;
        this.argon2 = new Argon2Id(choice.argon2());
        this.schemes = List.of(argon2, new DjangoPbkdf2(), new Bcrypt(), new DjangoScrypt());
        this.gate = new HashingGate(limits.concurrentHashes(), maxWaiting, meters);
        this.maxHashKib = limits.maxKib();
        this.random = random;
    }

    /** Returns {@code libargon2} or {@code java}. */
    String argon2Name() {
        return choice.argon2().name();
    }

    /** The result of a verification. */
    public enum Verdict {
        WRONG,
        RIGHT,
        /** Right, but {@link #rehash} should replace the hash. */
        RIGHT_BUT_WEAK
    }

    /** Hashes a password that {@link PasswordRules#accept} returned. */
    public String hash(String accepted) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return gate.pass(() -> argon2.write(accepted, salt, HASH_BYTES, current));
    }

    /** Hashes the raw password that {@link #verify} just found right, even if the rules for new passwords reject it. */
    public String rehash(String raw) {
        return hash(PasswordRules.normalise(raw));
    }

    /**
     * Verifies a raw password against a stored hash. Without a hash it does the same work and returns {@link
     * Verdict#WRONG}.
     */
    public Verdict verify(String raw, @Nullable String stored) {
        String password = PasswordRules.isReadable(raw) ? PasswordRules.normalise(raw) : null;
        ParsedHash hash = stored == null
                ? null
                : parse(stored).filter(this::fitsIntoMemory).orElse(null);
        if (password == null || hash == null) {
            gate.pass(() -> argon2.derive(current, "", NO_SALT, HASH_BYTES));
            return Verdict.WRONG;
        }
        if (!gate.pass(hashes(hash), () -> hash.matches(password) || matchesUnnormalised(hash, raw, password))) {
            return Verdict.WRONG;
        }
        return hash.isWeakerThan(current) ? Verdict.RIGHT_BUT_WEAK : Verdict.RIGHT;
    }

    // The response does not tell the reason, because it would reveal that the account exists.
    private boolean fitsIntoMemory(ParsedHash hash) {
        boolean fits = hash.memoryKib() <= maxHashKib;
        if (!fits) {
            LOG.errorf(
                    "An imported password hash needs %d MiB, more than half of the heap: its password counts as wrong. "
                            + "Increase the heap (-Xmx) or the memory of the container",
                    hash.memoryKib() / 1024);
        }
        return fits;
    }

    // The number of new hashes that need the same memory.
    private int hashes(ParsedHash hash) {
        return Math.max(1, (hash.memoryKib() + current.memoryKib() - 1) / current.memoryKib());
    }

    // Other systems hashed the password in the Unicode form in which it was typed.
    private static boolean matchesUnnormalised(ParsedHash hash, String raw, String normalised) {
        return hash.isForeign() && !raw.equals(normalised) && hash.matches(raw);
    }

    /**
     * Returns the hash if its scheme is supported.
     *
     * @throws ServiceException {@code invalid_request} if it is not supported
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
