package dev.signet.webhooks.delivery;

import dev.signet.database.reading.DatabaseReading;
import dev.signet.delivery.Backlog;
import dev.signet.delivery.BacklogReading;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.util.Map;

/** Backlog of security events, as gauges: those that Signet may send now, and those that receivers fetch. */
@Singleton
final class EventBacklogReadings {

    @Produces
    @Singleton
    @Startup
    static DatabaseReading reading(EventDeliveryRepository repository, MeterRegistry meters) {
        return new BacklogReading(
                meters,
                Map.of(
                        "webhook", () -> repository.sentBacklog(Backlog.MAX_COUNTED),
                        "poll", () -> repository.polledBacklog(Backlog.MAX_COUNTED)));
    }
}
