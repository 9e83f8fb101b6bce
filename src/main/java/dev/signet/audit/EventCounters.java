package dev.signet.audit;

import dev.signet.web.meters.EnumMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** Counters of the security events, one for each type. */
@Singleton
@Startup
final class EventCounters {

    private final EnumMeters<EventType, Counter> byType;

    EventCounters(MeterRegistry meters) {
        this.byType = new EnumMeters<>(
                EventType.class,
                type -> Counter.builder("signet_security_events")
                        .description("Security events that this node recorded")
                        .tag("type", type.wire())
                        .register(meters));
    }

    void count(EventType type) {
        byType.get(type).increment();
    }
}
