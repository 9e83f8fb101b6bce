package dev.signet.tracing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.util.List;
import java.util.Optional;

/** Settings of traces. */
@ConfigMapping(prefix = "signet.tracing")
interface TracingConfig {

    /**
     * Base URL of a collector that accepts OTLP over HTTP, such as {@code http://collector:4318}; without it, there are
     * no traces. Spans are posted to its path {@code /v1/traces}.
     */
    Optional<String> endpoint();

    /** Header fields of each request to the collector, each as {@code name=value}, such as its API key. */
    Optional<List<String>> headers();

    /** Share of the traces that are recorded, from 0 to 1. */
    @WithDefault("1.0")
    double sampleRatio();

    /** The effect of a {@code traceparent} header of a request. */
    @WithDefault("link")
    IncomingTrace incoming();

    /** Value of {@code service.name}. */
    @WithDefault("signet")
    String serviceName();
}
