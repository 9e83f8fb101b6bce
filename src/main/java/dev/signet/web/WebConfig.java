package dev.signet.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.util.List;
import java.util.Optional;

/** How this service stands on the network. */
@ConfigMapping(prefix = "signet.web")
interface WebConfig {

    /** Addresses or CIDR ranges of reverse proxies whose {@code X-Forwarded-For} counts; from anyone else it is ignored. */
    Optional<List<String>> trustedProxies();

    /** Number of refused requests that are logged per minute with their reasons. Further ones are only counted. */
    @WithDefault("600")
    int refusalsLoggedPerMinute();

    /** Origins whose pages may call the API from a browser, such as {@code https://app.example.com}; none by default. */
    Optional<List<String>> corsOrigins();
}
