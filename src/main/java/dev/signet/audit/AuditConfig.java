package dev.signet.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Retention of security events. */
@ConfigMapping(prefix = "signet.audit")
interface AuditConfig {

    /** Retention of security events. */
    @WithDefault("P90D")
    Duration retention();
}
