/**
 * Encryption of private keys at rest: the key-encryption key of the installation, and signing keys that it encrypts and
 * decrypts. Private keys are unencrypted only here and in {@code jose}.
 */
@NullMarked
package dev.signet.keys.encryption;

import org.jspecify.annotations.NullMarked;
