package dev.signet.accounts.password;

import dev.signet.accounts.password.argon2.Argon2Implementation;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Cost of a password hash (Argon2id, RFC 9106), and the limit of queued hashes. */
@ConfigMapping(prefix = "signet.accounts.password")
interface PasswordConfig {

    /** Memory of one hash in KiB. A stored hash with less memory is replaced at the next login. */
    @WithDefault("19456")
    int memoryKib();

    /** Number of passes over the memory. A stored hash with fewer passes is replaced at the next login. */
    @WithDefault("2")
    int iterations();

    /** Number of Argon2id lanes. */
    @WithDefault("1")
    int parallelism();

    /**
     * Implementation of Argon2id: {@code libargon2} (the library of the system; Java 22 or later, or the native binary), {@code java}, or
     * {@code auto} (libargon2 if available, otherwise Java).
     */
    @WithDefault("auto")
    Argon2Implementation argon2();

    /**
     * Maximum number of requests that wait to hash a password. They wait for a free core, and for memory within half of
     * the heap's limit. Further requests are rejected with 503.
     */
    @WithDefault("64")
    int maxWaiting();
}
