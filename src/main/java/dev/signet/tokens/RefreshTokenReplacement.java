package dev.signet.tokens;

import dev.signet.secrets.SecretDigest;

/** Presented refresh token and the token that replaces it. */
final class RefreshTokenReplacement {

    private final RefreshToken presented;
    private final RefreshToken replacement;
    private final byte[] sealedReplacement;
    private final String clientId;
    private final TokenOptions options;

    RefreshTokenReplacement(
            RefreshToken presented, RefreshToken replacement, byte[] sealedReplacement, RefreshRequest request) {
        this.presented = presented;
        this.replacement = replacement;
        this.sealedReplacement = sealedReplacement;
        this.clientId = request.clientId();
        this.options = request.options();
    }

    RefreshToken presented() {
        return presented;
    }

    RefreshToken replacement() {
        return replacement;
    }

    String clientId() {
        return clientId;
    }

    TokenOptions options() {
        return options;
    }

    /**
     * Returns the thumbprint of the key in the client's DPoP proof; without a proof the empty string, which matches no
     * key.
     */
    String keyThumbprint() {
        return options.keyThumbprint() == null ? "" : options.keyThumbprint();
    }

    byte[] presentedHash() {
        return SecretDigest.sha256(presented.value());
    }

    byte[] replacementHash() {
        return SecretDigest.sha256(replacement.value());
    }

    byte[] sealedReplacement() {
        return sealedReplacement;
    }
}
