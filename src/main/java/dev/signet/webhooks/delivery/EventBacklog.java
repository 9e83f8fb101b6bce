package dev.signet.webhooks.delivery;

import dev.signet.database.reading.DatabaseReading;
import dev.signet.delivery.Backlog;
import dev.signet.delivery.BacklogGauges;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** Backlog of security events, as gauges: those that Signet may send now, and those that receivers fetch. */
@Singleton
@Startup
final class EventBacklog implements DatabaseReading {

    private final EventDeliveryRepository repository;
    private final BacklogGauges sent;
    private final BacklogGauges polled;

    EventBacklog(EventDeliveryRepository repository, MeterRegistry meters) {
        this.repository = repository;
        this.sent = new BacklogGauges(meters, "webhook");
        this.polled = new BacklogGauges(meters, "poll");
    }

    @Override
    public void read() {
        sent.set(repository.sentBacklog(Backlog.MAX_COUNTED));
        polled.set(repository.polledBacklog(Backlog.MAX_COUNTED));
    }

    @Override
    public void forget() {
        sent.set(null);
        polled.set(null);
    }
}
