package dev.signet.webhooks.receiver;

import dev.signet.secrets.BrokenSealException;
import dev.signet.secrets.InstallationKey;
import dev.signet.secrets.Seal;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Encrypts the {@code Authorization} headers of receivers. An encrypted header that is copied to another receiver or URL
 * cannot be opened.
 */
@Singleton
final class AuthorizationHeaderEncryption {

    private final Seal seal;

    AuthorizationHeaderEncryption(InstallationKey installation, SecureRandom random) {
        this.seal = new Seal(installation.derive("signet authorization headers of receivers at rest"), random);
    }

    byte @Nullable [] encrypt(@Nullable String header, UUID receiver, @Nullable String url) {
        return header == null ? null : seal.encrypt(header.getBytes(StandardCharsets.US_ASCII), boundTo(receiver, url));
    }

    @Nullable
    String decrypt(byte @Nullable [] sealed, UUID receiver, @Nullable String url) {
        if (sealed == null) {
            return null;
        }
        try {
            return new String(seal.decrypt(sealed, boundTo(receiver, url)), StandardCharsets.US_ASCII);
        } catch (BrokenSealException e) {
            throw new IllegalStateException(
                    "the sealed authorization header of receiver " + receiver + " cannot be decrypted", e);
        }
    }

    private static byte[] boundTo(UUID receiver, @Nullable String url) {
        return (receiver + " " + url).getBytes(StandardCharsets.UTF_8);
    }
}
