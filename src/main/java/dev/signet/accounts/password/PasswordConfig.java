package dev.signet.accounts.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What one password hash costs (Argon2id, RFC 9106), and how many may wait for their turn. */
@ConfigMapping(prefix = "signet.accounts.password")
interface PasswordConfig {

    /** Memory of one hash in KiB; a stored hash with less is hashed anew at its next login. */
    @WithDefault("19456")
    int memoryKib();

    /** Passes over the memory; a stored hash with fewer is hashed anew at its next login. */
    @WithDefault("2")
    int iterations();

    /** Lanes of the memory. */
    @WithDefault("1")
    int parallelism();

    /** Who computes Argon2id: {@code libargon2} (the system's; native binary only), {@code java}, or {@code auto} (libargon2 where it can be called, else Java). */
    @WithDefault("auto")
    Way argon2();

    /** How many requests may wait while every core is hashing; one more is answered 503. */
    @WithDefault("64")
    int maxWaiting();

    /** The values of {@code signet.accounts.password.argon2}. */
    enum Way {
        AUTO,
        LIBARGON2,
        JAVA
    }
}
