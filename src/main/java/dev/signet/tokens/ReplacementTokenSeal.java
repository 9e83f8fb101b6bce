package dev.signet.tokens;

import dev.signet.secrets.BrokenSealException;
import dev.signet.secrets.Derivation;
import dev.signet.secrets.Seal;
import jakarta.inject.Singleton;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * Encryption of a replacement token with a key derived from the replaced token. So a retry can receive the same
 * replacement token again, although the table alone does not contain the key.
 */
@Singleton
final class ReplacementTokenSeal {

    private final SecureRandom random;

    ReplacementTokenSeal(SecureRandom random) {
        this.random = random;
    }

    byte[] close(RefreshToken presented, RefreshToken replacement) {
        return seal(presented).close(replacement.randomBytes(), context(presented));
    }

    byte[] open(RefreshToken presented, byte[] sealed) throws BrokenSealException {
        return seal(presented).open(sealed, context(presented));
    }

    private Seal seal(RefreshToken presented) {
        return new Seal(Derivation.hkdfSha256(presented.randomBytes(), "refresh token successor", 32), random);
    }

    private static byte[] context(RefreshToken presented) {
        return (presented.family() + "/" + presented.generation()).getBytes(StandardCharsets.US_ASCII);
    }
}
