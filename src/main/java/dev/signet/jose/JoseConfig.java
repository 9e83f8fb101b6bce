package dev.signet.jose;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of signing and verifying. */
@ConfigMapping(prefix = "signet.jose")
interface JoseConfig {

    /** Who computes signatures: {@code accp} (AWS-LC, refuses to start where it does not load), {@code jdk}, or {@code auto} (AWS-LC where it loads, else the JDK). */
    @WithDefault("auto")
    Provider provider();

    /** The values of {@code signet.jose.provider}. */
    enum Provider {
        AUTO,
        ACCP,
        JDK
    }
}
