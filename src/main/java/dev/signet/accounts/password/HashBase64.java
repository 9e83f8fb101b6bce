package dev.signet.accounts.password;

import java.util.Base64;
import java.util.Optional;

/** Base64 as used in password hashes: the standard alphabet, with or without padding. */
final class Bytes {

    private Bytes() {}

    static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
