package dev.signet.oidc.logout;

import dev.signet.database.reading.DatabaseReading;
import dev.signet.delivery.BacklogGauges;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** Backlog of back-channel logout notices, as gauges. */
@Singleton
@Startup
final class LogoutBacklog implements DatabaseReading {

    private final LogoutNoticeRepository repository;
    private final BacklogGauges gauges;

    LogoutBacklog(LogoutNoticeRepository repository, MeterRegistry meters) {
        this.repository = repository;
        this.gauges = new BacklogGauges(meters, "logout");
    }

    @Override
    public void read() {
        gauges.set(repository.backlog());
    }

    @Override
    public void forget() {
        gauges.set(null);
    }
}
