package dev.signet.oauth.request;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Lifetimes of pushed authorization requests. */
@ConfigMapping(prefix = "signet.oauth.request")
interface RequestConfig {

    /** Time to live of the {@code request_uri} of a pushed request (RFC 9126), at most 10 minutes. */
    @WithDefault("PT60S")
    Duration pushedTtl();
}
