package dev.signet.accounts.password.argon2;

/** An implementation of Argon2id; every implementation returns the same octets. */
public interface Argon2 {

    String name();

    byte[] hash(Argon2Parameters parameters, byte[] password, byte[] salt, int length);
}
