package dev.signet.accounts.password;

import java.util.Base64;
import java.util.Optional;

/** Base64 as used in password hashes: the standard alphabet, with or without padding. */
final class HashBase64 {

    private HashBase64() {}

    static Optional<byte[]> decode(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
