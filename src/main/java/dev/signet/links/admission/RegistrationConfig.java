package dev.signet.links.admission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Registration of accounts. */
@ConfigMapping(prefix = "signet.accounts")
interface RegistrationConfig {

    /**
     * Registration of accounts: by administrators only ({@code closed}), also by users that an administrator invites
     * ({@code invited}), or by anyone ({@code open}).
     */
    @WithDefault("closed")
    UserRegistrationMode registration();
}
