package dev.signet.keys.ring;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the key ring up to date with the database. */
@ApplicationScoped
class KeyReloadJob {

    private final KeyRing ring;

    KeyReloadJob(KeyRing ring) {
        this.ring = ring;
    }

    @Scheduled(
            identity = "keys-reload",
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        ring.reloadIfDue();
    }
}
