package dev.signet.throttle;

import dev.signet.web.meters.EnumMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** Counters of the requests that a limit rejected, one for each limit. */
@Singleton
@Startup
final class ThrottleCounters {

    private final EnumMeters<Limit, Counter> byLimit;

    ThrottleCounters(MeterRegistry meters) {
        this.byLimit = new EnumMeters<>(
                Limit.class,
                limit -> Counter.builder("signet_throttled_requests")
                        .description("Requests that a limit rejected, by the setting signet.throttle.<limit>")
                        .tag("limit", limit.setting())
                        .register(meters));
    }

    void count(Limit limit) {
        byLimit.get(limit).increment();
    }
}
