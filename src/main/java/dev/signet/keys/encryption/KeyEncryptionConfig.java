package dev.signet.keys.encryption;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.nio.file.Path;
import java.util.Optional;

/** Encryption of the signing keys. */
@ConfigMapping(prefix = "signet.keys")
interface KeyEncryptionConfig {

    /** Key-encryption key, 32 random bytes in Base64. Without it, Signet reads {@code encryption-key-file}. */
    Optional<String> encryptionKey();

    /**
     * File of the key-encryption key. Signet generates it, readable by its owner only, if the database has no keys yet.
     */
    @WithDefault("${signet.database.directory:./data}/key-encryption-key")
    Path encryptionKeyFile();
}
