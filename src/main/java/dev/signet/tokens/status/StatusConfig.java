package dev.signet.tokens.status;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Publication of Token Status Lists. */
@ConfigMapping(prefix = "signet.tokens")
public interface StatusConfig {

    /** Whether access tokens refer to a Token Status List, published at {@code /status-lists/{id}}. */
    @WithDefault("false")
    boolean statusList();

    /** Time for which a status list may be cached, in whole seconds. */
    @WithDefault("PT10S")
    Duration statusListTtl();
}
