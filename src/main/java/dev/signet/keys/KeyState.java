package dev.signet.keys;

import java.util.EnumSet;
import java.util.Set;

/** Life-cycle state of a key (NIST SP 800-57 Part 1, §7). */
public enum KeyState {
    /** Published; does not sign yet. */
    PRE_ACTIVE,
    /** Signs; exactly one per algorithm. */
    ACTIVE,
    /** Published; only verifies. */
    DEACTIVATED,
    /** Private half erased; not published. */
    DESTROYED,
    /** Withdrawn at once; all its signatures are rejected. */
    COMPROMISED;

    /** States in which a key is in the JWK Set. */
    public static final Set<KeyState> PUBLISHED = Set.copyOf(EnumSet.of(PRE_ACTIVE, ACTIVE, DEACTIVATED));
}
