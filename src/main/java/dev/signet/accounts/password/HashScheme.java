package dev.signet.accounts.password;

import dev.signet.accounts.password.argon2.Argon2Parameters;

import java.util.Optional;

/** A scheme that stores a password as a hash. */
interface HashScheme {

    /**
     * Parses a stored hash of this scheme; empty if it has another scheme, is malformed, or is costlier to verify than
     * allowed.
     */
    Optional<ParsedHash> parse(String stored);

    /** A stored hash with its parameters. */
    interface ParsedHash {

        boolean matches(String password);

        /** Returns the memory that a verification needs, in KiB, if it is more than that of a new hash. */
        default int memoryKib() {
            return 0;
        }

        /** Returns whether another system created it. */
        default boolean isForeign() {
            return true;
        }

        /** Returns whether the next login should replace it. */
        default boolean isWeakerThan(Argon2Parameters present) {
            return true;
        }
    }
}
