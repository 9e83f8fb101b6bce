package dev.signet.accounts.factor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.util.Optional;

/** Enrolment and failure limit of second factors. */
@ConfigMapping(prefix = "signet.accounts.factor")
interface FactorConfig {

    /** Name of this service in authenticator apps. The default is the host of {@code signet.issuer}. */
    Optional<String> label();

    /** Time to live of a secret that is not confirmed by a first code. */
    @WithDefault("PT10M")
    Duration enrolmentTtl();

    /**
     * Number of consecutive wrong codes that lock an authenticator app, until the user signs in with a recovery code or
     * replaces the app.
     */
    @WithDefault("100")
    int maxFailures();
}
