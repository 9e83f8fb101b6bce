package dev.signet.accounts.password;

/** An implementation of Argon2id; every implementation returns the same octets. */
interface Argon2 {

    String name();

    byte[] hash(Argon2Parameters parameters, byte[] password, byte[] salt, int length);
}
