package dev.signet.tokens;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Keeps this node's memory of revocations fresh: whole at the start, then by increments. */
@ApplicationScoped
class RevocationLoadJob {

    private static final Logger LOG = Logger.getLogger(RevocationLoadJob.class);

    private final Revocations revocations;
    private boolean failing;

    RevocationLoadJob(Revocations revocations) {
        this.revocations = revocations;
    }

    void onStart(@Observes StartupEvent event) {
        revocations.load();
    }

    // Says once that the database is away, and once that it is back, instead of twice a second.
    @Scheduled(
            every = "${signet.tokens.revocation-interval:PT0.5S}",
            skipExecutionIf = Scheduled.ApplicationNotRunning.class,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            revocations.load();
            if (failing) {
                LOG.info("Revocations are read again");
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("Revocations by other nodes cannot be read; judging by what is known", e);
            }
            failing = true;
        }
    }
}
