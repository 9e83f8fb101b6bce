package dev.signet.accounts.password;

import java.util.Optional;

/** One way to store a password as a hash. */
interface HashScheme {

    /** Reads a stored hash of this scheme; empty if it is of another, malformed, or costlier to check than is allowed. */
    Optional<ParsedHash> parse(String stored);

    /** A stored hash with its parameters. */
    interface ParsedHash {

        boolean matches(String password);

        /** Whether another system made it. */
        default boolean foreign() {
            return true;
        }

        /** Whether it should be replaced at the next occasion. */
        default boolean weakerThan(Argon2Parameters present) {
            return true;
        }
    }
}
