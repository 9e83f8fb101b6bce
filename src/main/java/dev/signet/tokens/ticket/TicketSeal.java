package dev.signet.tokens.ticket;

import dev.signet.secrets.BrokenSealException;
import dev.signet.secrets.Derivation;
import dev.signet.secrets.Seal;
import jakarta.inject.Singleton;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** Encrypts an access token with a key derived from its ticket, so that the database alone cannot decrypt it. */
@Singleton
final class TicketSeal {

    private final SecureRandom random;

    TicketSeal(SecureRandom random) {
        this.random = random;
    }

    byte[] encrypt(String ticket, String path, String accessToken) {
        return seal(ticket).encrypt(bytes(accessToken), bytes(path));
    }

    String decrypt(String ticket, String path, byte[] sealed) {
        try {
            return new String(seal(ticket).decrypt(sealed, bytes(path)), StandardCharsets.US_ASCII);
        } catch (BrokenSealException e) {
            throw new IllegalStateException("the sealed value of a ticket cannot be decrypted", e);
        }
    }

    private Seal seal(String ticket) {
        return new Seal(Derivation.hkdfSha256(bytes(ticket), "access token of a ticket", 32), random);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
