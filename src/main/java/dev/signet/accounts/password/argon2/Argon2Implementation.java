package dev.signet.accounts.password.argon2;

/** The values of {@code signet.accounts.password.argon2}. */
public enum Argon2Implementation {
    AUTO,
    LIBARGON2,
    JAVA
}
