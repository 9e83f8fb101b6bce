package dev.signet.keys.encryption;

import dev.signet.jose.SigningKey;
import dev.signet.jose.jwk.Jwk;
import dev.signet.secrets.BrokenSealException;
import dev.signet.secrets.Derivation;
import dev.signet.secrets.InstallationKey;
import dev.signet.secrets.Seal;
import dev.signet.secrets.SecretDigest;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;

/**
 * The key-encryption key, the only secret of an installation outside its database. It encrypts private keys, and other
 * packages derive their keys from it. It cannot be replaced: the start fails if the key does not match the database.
 */
@ApplicationScoped
public class KeyEncryptionKey implements InstallationKey {

    private static final int BYTES = 32;

    private final byte[] key;
    private final Seal seal;

    KeyEncryptionKey(KeyEncryptionConfig config, KeyEncryptionRepository repository, SecureRandom random, Clock clock) {
        byte @Nullable [] bound = repository.fingerprint();
        EncryptionKeyFile file = new EncryptionKeyFile(config.encryptionKeyFile());
        String location;
        if (config.encryptionKey().isPresent()) {
            location = "the setting signet.keys.encryption-key (environment variable SIGNET_KEYS_ENCRYPTION_KEY)";
            this.key = decode(config.encryptionKey().get(), location);
        } else {
            location = "the file " + file.path() + " (setting signet.keys.encryption-key-file)";
            this.key = decode(file.exists() ? file.read() : newFile(file, bound, random), location);
        }
        byte[] own = derive("signet fingerprint of the key-encryption key");
        if (!SecretDigest.isEqual(own, bound == null ? repository.bind(own, clock.instant()) : bound)) {
            throw new ConfigurationException(
                    "The database was written with a different key-encryption key than the one in " + location
                            + "; configure the original key. Nothing was changed.");
        }
        this.seal = new Seal(derive("signet signing keys at rest"), random);
    }

    @Override
    public byte[] derive(String purpose) {
        return Derivation.hkdfSha256(key, purpose, BYTES);
    }

    SealedKey seal(SigningKey signingKey) {
        byte[] encoded = signingKey.encodedPrivateKey();
        try {
            return new SealedKey(signingKey.publicJwk(), seal.encrypt(encoded, associatedData(signingKey.publicJwk())));
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    byte[] open(Jwk jwk, byte[] sealed) throws BrokenSealException {
        return seal.decrypt(sealed, associatedData(jwk));
    }

    // Returns the associated data of the encryption, so that a sealed key that was moved to another row does not
    // decrypt.
    private static byte[] associatedData(Jwk jwk) {
        return (jwk.kid() + " " + jwk.algorithm().wireName()).getBytes(StandardCharsets.UTF_8);
    }

    private static String newFile(EncryptionKeyFile file, byte @Nullable [] bound, SecureRandom random) {
        if (bound != null) {
            throw new ConfigurationException(
                    "The database has signing keys, but their key-encryption key is missing: restore the" + " file "
                            + file.path()
                            + " or set signet.keys.encryption-key (environment variable SIGNET_KEYS_ENCRYPTION_KEY)."
                            + " Nothing was changed.");
        }
        byte[] fresh = new byte[BYTES];
        random.nextBytes(fresh);
        return file.create(Base64.getEncoder().encodeToString(fresh));
    }

    private static byte[] decode(String text, String location) {
        try {
            byte[] decoded = Base64.getDecoder().decode(text.trim());
            if (decoded.length == BYTES) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            // Reported below, without the value of the key.
        }
        throw new ConfigurationException("The key-encryption key in " + location
                + " must be 32 bytes in Base64, for example from: openssl rand -base64 32");
    }

    @Override
    public String toString() {
        return "KeyEncryptionKey";
    }
}
