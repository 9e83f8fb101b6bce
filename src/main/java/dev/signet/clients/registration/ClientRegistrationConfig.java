package dev.signet.clients.registration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Access control of client registration. */
@ConfigMapping(prefix = "signet.clients")
interface ClientRegistrationConfig {

    /**
     * Client registration at {@code POST /oauth2/register}: disabled ({@code off}), with an initial access token
     * ({@code token}), or by anyone ({@code open}).
     */
    @WithDefault("off")
    ClientRegistrationMode registration();
}
