package dev.signet.accounts.factor;

import dev.signet.secrets.BrokenSealException;
import dev.signet.secrets.InstallationKey;
import dev.signet.secrets.Seal;
import jakarta.inject.Singleton;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Encryption of authenticator secrets at rest. A sealed secret is bound to its account and cannot be opened in the row
 * of another one.
 */
@Singleton
final class TotpSeal {

    private final Seal seal;

    TotpSeal(InstallationKey installation, SecureRandom random) {
        this.seal = new Seal(installation.derive("signet authenticator secrets at rest"), random);
    }

    byte[] encrypt(byte[] secret, UUID account, UUID factor) {
        return seal.encrypt(secret, boundTo(account, factor));
    }

    byte[] decrypt(byte[] sealed, UUID account, UUID factor) {
        try {
            return seal.decrypt(sealed, boundTo(account, factor));
        } catch (BrokenSealException e) {
            throw new IllegalStateException("the sealed secret of factor " + factor + " cannot be decrypted", e);
        }
    }

    private static byte[] boundTo(UUID account, UUID factor) {
        return (account + "/" + factor).getBytes(StandardCharsets.US_ASCII);
    }
}
