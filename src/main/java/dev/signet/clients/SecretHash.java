package dev.signet.clients;

import dev.signet.secrets.SecretDigest;

/** The SHA-256 of a secret; compared in constant time. */
final class SecretHash {

    /** The hash that no secret has. */
    static final SecretHash NONE = new SecretHash(new byte[32]);

    private final byte[] digest;

    private SecretHash(byte[] digest) {
        this.digest = digest;
    }

    static SecretHash of(String secret) {
        return new SecretHash(SecretDigest.sha256(secret));
    }

    static SecretHash stored(byte[] digest) {
        return new SecretHash(digest);
    }

    byte[] bytes() {
        return digest.clone();
    }

    boolean matches(SecretHash other) {
        return SecretDigest.isEqual(digest, other.digest);
    }
}
