package dev.signet.tokens.status;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Whether access tokens can be looked up in lists, and for how long a list may be kept. */
@ConfigMapping(prefix = "signet.tokens")
interface StatusConfig {

    /** Whether access tokens name their place in a Token Status List, published at {@code /status-lists/{id}}. */
    @WithDefault("false")
    boolean statusList();

    /** For how long whoever fetched a status list may go by it, in whole seconds. */
    @WithDefault("PT10S")
    Duration statusListTtl();
}
