package dev.signet.tokens.refresh;

import dev.signet.secrets.SecretDigest;
import dev.signet.tokens.grant.TokenOptions;

/** Presented refresh token and the token that replaces it. */
public final class RefreshTokenReplacement {

    private final RefreshToken presented;
    private final RefreshToken replacement;
    private final byte[] sealedReplacement;
    private final String clientId;
    private final TokenOptions options;

    /**
     * Creates the replacement for a request.
     *
     * @param sealedReplacement the result of {@link ReplacementTokenSeal#encrypt}
     */
    public RefreshTokenReplacement(
            RefreshToken presented, RefreshToken replacement, byte[] sealedReplacement, RefreshRequest request) {
        this.presented = presented;
        this.replacement = replacement;
        this.sealedReplacement = sealedReplacement;
        this.clientId = request.clientId();
        this.options = request.options();
    }

    /** Returns the presented token. */
    public RefreshToken presented() {
        return presented;
    }

    /** Returns the token that replaces the presented one. */
    public RefreshToken replacement() {
        return replacement;
    }

    /** Returns the client that presents the token. */
    public String clientId() {
        return clientId;
    }

    /** Returns the options of the new tokens. */
    public TokenOptions options() {
        return options;
    }

    /**
     * Returns the thumbprint of the key in the client's DPoP proof; without a proof the empty string, which matches no
     * key.
     */
    public String keyThumbprint() {
        return options.keyThumbprint() == null ? "" : options.keyThumbprint();
    }

    /** Returns the hash by which the table stores the presented token. */
    public byte[] presentedHash() {
        return SecretDigest.sha256(presented.value());
    }

    /** Returns the hash by which the table stores the replacement token. */
    public byte[] replacementHash() {
        return SecretDigest.sha256(replacement.value());
    }

    /** Returns the sealed replacement token, which only the presented token opens. */
    public byte[] sealedReplacement() {
        return sealedReplacement;
    }
}
