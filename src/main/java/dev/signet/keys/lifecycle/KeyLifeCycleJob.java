package dev.signet.keys.lifecycle;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Runs the key life cycle. It is separate from the reload job because generating an RSA key can take seconds. */
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
