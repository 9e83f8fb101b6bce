package dev.signet.links.mail;

import dev.signet.database.reading.DatabaseReading;
import dev.signet.delivery.BacklogGauges;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** Backlog of mails, as gauges. */
@Singleton
@Startup
final class MailBacklog implements DatabaseReading {

    private final MailRepository repository;
    private final BacklogGauges gauges;

    MailBacklog(MailRepository repository, MeterRegistry meters) {
        this.repository = repository;
        this.gauges = new BacklogGauges(meters, "mail");
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
