package dev.signet.compat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whose wire formats are spoken besides Signet's own. */
@ConfigMapping(prefix = "signet.compat")
interface CompatConfig {

    /** Speak djangorestframework-simplejwt's: {@code /api/token/}, {@code refresh/}, {@code verify/} and {@code blacklist/} below it. */
    @WithDefault("false")
    boolean simplejwt();

    /**
     * Speak djangorestframework-jwt's: {@code /api/jwt-auth/}, {@code refresh/} and {@code verify/} below it, and the scheme
     * {@code Authorization: JWT} at every endpoint.
     */
    @WithDefault("false")
    boolean drfJwt();
}
