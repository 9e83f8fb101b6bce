package dev.signet.keys;

import java.util.EnumSet;
import java.util.Set;

/** Where a key is in its life (NIST SP 800-57 Part 1, section 7). */
public enum KeyState {
    /** Published, does not sign yet. */
    PRE_ACTIVE,
    /** Signs; exactly one for each algorithm. */
    ACTIVE,
    /** Published, verifies only. */
    DEACTIVATED,
    /** Private half erased, no longer published. */
    DESTROYED,
    /** Withdrawn at once; whatever it signed is refused. */
    COMPROMISED;

    /** The states in which a key is in the JWK Set. */
    static final Set<KeyState> PUBLISHED = Set.copyOf(EnumSet.of(PRE_ACTIVE, ACTIVE, DEACTIVATED));
}
