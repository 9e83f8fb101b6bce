package dev.signet.links.admission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may make an account. */
@ConfigMapping(prefix = "signet.accounts")
interface RegistrationConfig {

    /** Who may make an account besides administrators: nobody ({@code closed}), whoever they invite ({@code invited}), or anyone ({@code open}). */
    @WithDefault("closed")
    RegistrationMode registration();
}
