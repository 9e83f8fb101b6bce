package dev.signet.tokens.refresh;

import dev.signet.secrets.BrokenSealException;
import dev.signet.secrets.Derivation;
import dev.signet.secrets.Seal;
import jakarta.inject.Singleton;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * Encryption of a replacement token with a key derived from the replaced token. So a retry can receive the same
 * replacement token again, but a copy of the table does not reveal it.
 */
@Singleton
public final class ReplacementTokenSeal {

    private final SecureRandom random;

    ReplacementTokenSeal(SecureRandom random) {
        this.random = random;
    }

    /** Seals a replacement token under a key of the presented token. */
    public byte[] encrypt(RefreshToken presented, RefreshToken replacement) {
        return seal(presented).encrypt(replacement.randomBytes(), context(presented));
    }

    /**
     * Opens a sealed replacement token.
     *
     * @return the random part of the token, for {@link RefreshToken#replacementOf}
     * @throws BrokenSealException if it was not sealed for the presented token
     */
    public byte[] decrypt(RefreshToken presented, byte[] sealed) throws BrokenSealException {
        return seal(presented).decrypt(sealed, context(presented));
    }

    private Seal seal(RefreshToken presented) {
        return new Seal(Derivation.hkdfSha256(presented.randomBytes(), "refresh token successor", 32), random);
    }

    private static byte[] context(RefreshToken presented) {
        return (presented.family() + "/" + presented.generation()).getBytes(StandardCharsets.US_ASCII);
    }
}
