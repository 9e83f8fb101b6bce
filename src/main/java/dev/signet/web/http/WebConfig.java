package dev.signet.web.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.util.List;
import java.util.Optional;

/** Settings of the HTTP layer. */
@ConfigMapping(prefix = "signet.web")
interface WebConfig {

    /** Number of rejected requests that are logged per minute with their reasons. Further ones are only counted. */
    @WithDefault("600")
    int refusalsLoggedPerMinute();

    /** Origins that may call the API from a browser, such as {@code https://app.example.com}; none by default. */
    Optional<List<String>> corsOrigins();
}
