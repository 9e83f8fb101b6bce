package dev.signet.oauth.request;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How long pushed requests live. */
@ConfigMapping(prefix = "signet.oauth.request")
interface RequestConfig {

    /** Life of the {@code request_uri} of a pushed request, at most 10 minutes. */
    @WithDefault("PT60S")
    Duration pushedTtl();

    /** How often pushed requests are removed that have expired and that nobody can be at the pages of any more. */
    @WithDefault("PT1M")
    Duration cleanUpInterval();
}
