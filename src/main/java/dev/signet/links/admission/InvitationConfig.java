package dev.signet.links.admission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Lifetime of invitations. */
@ConfigMapping(prefix = "signet.links.invitation")
interface InvitationConfig {

    /** Time to live of an invitation and its link. */
    @WithDefault("P7D")
    Duration ttl();
}
