package dev.signet.links.admission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How long invitations wait. */
@ConfigMapping(prefix = "signet.links.invitation")
interface InvitationConfig {

    /** Life of an invitation, and of the link in it. */
    @WithDefault("P7D")
    Duration ttl();
}
