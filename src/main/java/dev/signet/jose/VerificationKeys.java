package dev.signet.jose;

import org.jspecify.annotations.Nullable;

/** Where a verifier finds the key a token names. */
@FunctionalInterface
public interface VerificationKeys {

    /** The key, or null if this issuer has none of that id now. */
    @Nullable
    VerificationKey find(String kid);

    /** The key of a token that names none: that of an issuer who has but one (OpenID Connect Core section 10.1), else null. */
    default @Nullable VerificationKey only() {
        return null;
    }
}
