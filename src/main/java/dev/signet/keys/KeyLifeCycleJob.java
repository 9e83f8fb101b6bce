package dev.signet.keys;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Moves the keys on; apart from the reload job, because making an RSA key takes its time. */
@ApplicationScoped
class KeyLifeCycleJob {

    private final KeyLifeCycle lifeCycle;

    KeyLifeCycleJob(KeyLifeCycle lifeCycle) {
        this.lifeCycle = lifeCycle;
    }

    @Scheduled(
            identity = "keys-life-cycle",
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        lifeCycle.advance();
    }
}
