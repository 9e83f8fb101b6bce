package dev.signet.jose;

import org.jspecify.annotations.Nullable;

/** The keys that a verifier may use, by kid. */
@FunctionalInterface
public interface VerificationKeys {

    /** Returns the key, or null if the issuer currently has no key with that kid. */
    @Nullable
    VerificationKey find(String kid);

    /**
     * Returns the key of a token without kid: the only key of the issuer if there is exactly one (OpenID Connect Core
     * §10.1), otherwise null.
     */
    default @Nullable VerificationKey onlyKey() {
        return null;
    }
}
