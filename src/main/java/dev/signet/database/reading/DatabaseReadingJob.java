package dev.signet.database.reading;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Scheduled job that reads values for metrics. */
@ApplicationScoped
class DatabaseReadingJob {

    private final DatabaseReader reader;

    DatabaseReadingJob(DatabaseReader reader) {
        this.reader = reader;
    }

    @Scheduled(
            identity = "database-reading",
            every = "${signet.database.metrics-interval:PT30S}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        reader.read();
    }
}
