package dev.signet.links;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Lifetimes of links, and the limit of queued link requests. */
@ConfigMapping(prefix = "signet.links")
public interface LinksConfig {

    /** Time to live of a link that verifies an e-mail address. */
    @WithDefault("PT24H")
    Duration emailVerificationTtl();

    /**
     * Time to live of the link that is sent to the former e-mail address and undoes a change of the e-mail address;
     * {@code PT0S} sends a notice without a link.
     */
    @WithDefault("P7D")
    Duration emailChangeUndoTtl();

    /** Time to live of a link that resets a password. */
    @WithDefault("PT30M")
    Duration passwordResetTtl();

    /** Time to live of a link that signs in. */
    @WithDefault("PT15M")
    Duration signInTtl();

    /** Time to live of a link that creates an account. */
    @WithDefault("PT24H")
    Duration registrationTtl();

    /** Maximum number of queued link requests. Further requests are rejected with 503. */
    @WithDefault("10000")
    int maxWaiting();
}
