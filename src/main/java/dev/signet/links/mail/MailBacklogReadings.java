package dev.signet.links.mail;

import dev.signet.database.reading.DatabaseReading;
import dev.signet.delivery.BacklogReading;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.util.Map;

/** Backlog of mails, as gauges. */
@Singleton
final class MailBacklogReadings {

    @Produces
    @Singleton
    @Startup
    static DatabaseReading reading(MailRepository repository, MeterRegistry meters) {
        return new BacklogReading(meters, Map.of("mail", repository::backlog));
    }
}
