package dev.signet.compat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Compatibility with the wire formats of other libraries. */
@ConfigMapping(prefix = "signet.compat")
interface CompatConfig {

    /**
     * Enables the endpoints of djangorestframework-simplejwt: {@code /api/token/} with {@code refresh/}, {@code
     * verify/} and {@code blacklist/}.
     */
    @WithDefault("false")
    boolean simplejwt();

    /**
     * Enables the endpoints of djangorestframework-jwt: {@code /api/jwt-auth/} with {@code refresh/} and {@code
     * verify/}, and the scheme {@code Authorization: JWT} at every endpoint.
     */
    @WithDefault("false")
    boolean drfJwt();
}
