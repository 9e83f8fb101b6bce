package dev.signet.oidc.logout;

import dev.signet.database.reading.DatabaseReading;
import dev.signet.delivery.BacklogReading;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.util.Map;

/** Backlog of back-channel logout notices, as gauges. */
@Singleton
final class LogoutBacklogReadings {

    @Produces
    @Singleton
    @Startup
    static DatabaseReading reading(LogoutNoticeRepository repository, MeterRegistry meters) {
        return new BacklogReading(meters, Map.of("logout", repository::backlog));
    }
}
