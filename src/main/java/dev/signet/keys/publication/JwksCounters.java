package dev.signet.keys.publication;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counters of the responses with one document. They are held in fields, so that a request, which costs a few
 * microseconds, looks up no meter.
 */
final class JwksCounters {

    private final Counter complete;
    private final Counter notModified;

    JwksCounters(MeterRegistry meters, String document) {
        this.complete = counter(meters, document, "200");
        this.notModified = counter(meters, document, "304");
    }

    private static Counter counter(MeterRegistry meters, String document, String status) {
        return Counter.builder("signet_jwks_requests")
                .description("Requests for the JWK Set, by document and status")
                .tag("document", document)
                .tag("status", status)
                .register(meters);
    }

    void countComplete() {
        complete.increment();
    }

    void countNotModified() {
        notModified.increment();
    }
}
