package dev.signet.admin;

import io.smallrye.config.ConfigMapping;

import java.util.Optional;

/** Recovery of a lost administrator password. */
@ConfigMapping(prefix = "signet.admin.recovery")
interface AdminRecoveryConfig {

    /**
     * Sets the password of the account {@code signet.admin.username} at every start, enables it, and removes its second
     * factors. Remove the setting after signing in.
     */
    Optional<String> password();
}
