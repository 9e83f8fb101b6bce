package dev.signet.secrets;

/** The SHA-256 of a secret; compared in constant time. */
public final class SecretHash {

    /** The hash that no secret has. */
    public static final SecretHash NONE = new SecretHash(new byte[32]);

    private final byte[] digest;

    private SecretHash(byte[] digest) {
        this.digest = digest;
    }

    /** Hashes a secret. */
    public static SecretHash of(String secret) {
        return new SecretHash(SecretDigest.sha256(secret));
    }

    /** Returns a hash that was stored. */
    public static SecretHash stored(byte[] digest) {
        return new SecretHash(digest);
    }

    /** Returns the digest as it is stored. */
    public byte[] bytes() {
        return digest.clone();
    }

    /** Compares two hashes in constant time. */
    public boolean matches(SecretHash other) {
        return SecretDigest.isEqual(digest, other.digest);
    }
}
