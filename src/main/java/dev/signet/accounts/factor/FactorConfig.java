package dev.signet.accounts.factor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.util.Optional;

/** How second factors are enrolled and how many wrong codes one bears. */
@ConfigMapping(prefix = "signet.accounts.factor")
interface FactorConfig {

    /** Name of this service in authenticator apps; the host of {@code signet.issuer} by default. */
    Optional<String> label();

    /** How long a new secret waits for its first code. */
    @WithDefault("PT10M")
    Duration enrolmentTtl();

    /** Wrong codes in a row after which an authenticator app is locked until a recovery code is used or it is replaced. */
    @WithDefault("100")
    int maxFailures();

    /** How often expired enrolments are removed. */
    @WithDefault("PT10M")
    Duration cleanUpInterval();
}
