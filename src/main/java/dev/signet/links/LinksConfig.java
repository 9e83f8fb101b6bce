package dev.signet.links;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How long links are good, and how many may be asked for at once. */
@ConfigMapping(prefix = "signet.links")
interface LinksConfig {

    /** Life of a link that proves an address. */
    @WithDefault("PT24H")
    Duration emailVerificationTtl();

    /** Time to live of the link that undoes a change of the e-mail address; {@code PT0S} sends a notice without a link. */
    @WithDefault("P7D")
    Duration emailChangeUndoTtl();

    /** Life of a link that sets a new password. */
    @WithDefault("PT30M")
    Duration passwordResetTtl();

    /** Life of a link that signs in. */
    @WithDefault("PT15M")
    Duration signInTtl();

    /** Life of a link by which somebody makes an account. */
    @WithDefault("PT24H")
    Duration registrationTtl();

    /** How many requests for links may wait to be looked at; one more is answered 503. */
    @WithDefault("10000")
    int maxWaiting();

    /** How often expired links and invitations are removed. */
    @WithDefault("PT10M")
    Duration cleanUpInterval();
}
