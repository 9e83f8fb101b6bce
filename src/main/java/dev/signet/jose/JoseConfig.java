package dev.signet.jose;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of signatures. */
@ConfigMapping(prefix = "signet.jose")
interface JoseConfig {

    /**
     * Provider of signatures: {@code accp} (AWS-LC; the start fails if it is not available), {@code jdk}, or {@code
     * auto} (AWS-LC if available, otherwise the JDK).
     */
    @WithDefault("auto")
    Provider provider();

    /** The values of {@code signet.jose.provider}. */
    enum Provider {
        AUTO,
        ACCP,
        JDK
    }
}
