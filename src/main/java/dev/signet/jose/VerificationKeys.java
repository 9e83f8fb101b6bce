package dev.signet.jose;

import org.jspecify.annotations.Nullable;

/** Where a verifier finds the key a token names. */
@FunctionalInterface
public interface VerificationKeys {

    /** The key, or null if this issuer has none of that id now. */
    @Nullable
    VerificationKey find(String kid);
}
