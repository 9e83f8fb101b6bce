package dev.signet.compat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whose wire formats are spoken besides Signet's own. */
@ConfigMapping(prefix = "signet.compat")
interface CompatConfig {

    /** Speak djangorestframework-simplejwt's: {@code /api/token/}, {@code refresh/}, {@code verify/} and {@code blacklist/} below it. */
    @WithDefault("false")
    boolean simplejwt();
}
