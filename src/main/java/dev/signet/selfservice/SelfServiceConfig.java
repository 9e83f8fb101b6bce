package dev.signet.selfservice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Pages on which users manage their own account. */
@ConfigMapping(prefix = "signet.selfservice")
interface SelfServiceConfig {

    /** Maximum age of the login with which users can open account pages with sensitive actions. */
    @WithDefault("PT15M")
    Duration maxLoginAge();
}
