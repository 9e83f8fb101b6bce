package dev.signet.tokens;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Keeps this node's memory of revocations fresh: whole at the start, then by increments. */
@ApplicationScoped
class RevocationLoadJob {

    private final Revocations revocations;

    RevocationLoadJob(Revocations revocations) {
        this.revocations = revocations;
    }

    void onStart(@Observes StartupEvent event) {
        revocations.load();
    }

    @Scheduled(
            every = "${signet.tokens.revocation-interval:PT0.5S}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        revocations.load();
    }
}
