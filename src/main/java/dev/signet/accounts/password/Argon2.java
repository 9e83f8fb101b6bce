package dev.signet.accounts.password;

/** A way to compute Argon2id; every way gives the same octets. */
interface Argon2 {

    String name();

    byte[] hash(Argon2Parameters parameters, byte[] password, byte[] salt, int length);
}
