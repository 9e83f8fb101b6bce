package dev.signet.database;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DatabasePollTest {

    private static final Duration INTERVAL = Duration.ofMillis(5);

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    @Test
    void pollingContinuesAfterAFailure() throws InterruptedException {
        AtomicInteger readings = new AtomicInteger();
        CountDownLatch afterTheFailure = new CountDownLatch(1);
        DatabasePoll poll = new DatabasePoll(executor, INTERVAL, "Things", () -> {
            int reading = readings.incrementAndGet();
            if (reading == 2) {
                throw new IllegalStateException("database is away");
            }
            if (reading == 4) {
                afterTheFailure.countDown();
            }
        });

        poll.start();

        assertThat(afterTheFailure.await(1, TimeUnit.MINUTES)).isTrue();
        poll.stop();
    }

    @Test
    void startFailsIfTheFirstReadFails() {
        DatabasePoll poll = new DatabasePoll(executor, INTERVAL, "Things", () -> {
            throw new IllegalStateException("database is away");
        });

        assertThatIllegalStateException().isThrownBy(poll::start);
    }
}
