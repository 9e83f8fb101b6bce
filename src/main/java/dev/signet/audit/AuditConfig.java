package dev.signet.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How long security events are kept. */
@ConfigMapping(prefix = "signet.audit")
interface AuditConfig {

    /** Age at which a security event is removed. */
    @WithDefault("P90D")
    Duration retention();

    /** How often expired security events are removed. */
    @WithDefault("PT1H")
    Duration cleanUpInterval();
}
