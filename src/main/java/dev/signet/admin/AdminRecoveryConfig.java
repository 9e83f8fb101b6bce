package dev.signet.admin;

import io.smallrye.config.ConfigMapping;

import java.util.Optional;

/** The way back for an operator who lost the administrator's password. */
@ConfigMapping(prefix = "signet.admin.recovery")
interface AdminRecoveryConfig {

    /** Sets the password of the account {@code signet.admin.username} at every start, enables it, and removes its second factors; to be removed once signed in. */
    Optional<String> password();
}
