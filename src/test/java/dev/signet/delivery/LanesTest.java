package dev.signet.delivery;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import static dev.signet.support.Polling.await;
import static org.assertj.core.api.Assertions.assertThat;

class LanesTest {

    private static final int LONG = 60;

    private final Lanes lanes = new Lanes("test-lane", 2);
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void close() {
        released.countDown();
        lanes.close();
    }

    @Test
    void slowReceiverDelaysNoOther() throws Exception {
        CountDownLatch others = new CountDownLatch(5);
        lanes.offer("slow", this::hang);

        for (int i = 0; i < 5; i++) {
            lanes.offer(i, others::countDown);
        }

        assertThat(others.await(LONG, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void laneRunsOneTaskAtATime() {
        assertThat(lanes.offer("one", this::hang)).isTrue();
        assertThat(lanes.offer("one", this::hang)).isFalse();
        assertThat(lanes.hasFreeThread()).isTrue();
        lanes.offer("two", this::hang);
        assertThat(lanes.hasFreeThread()).isFalse();
        assertThat(lanes.hasWaitingTask()).isFalse();
        lanes.offer("three", this::hang);
        assertThat(lanes.hasWaitingTask()).isTrue();
    }

    @Test
    void failedTaskFreesTheLane() {
        AtomicInteger tried = new AtomicInteger();

        await().untilAsserted(() -> {
            lanes.offer("failing", () -> {
                tried.incrementAndGet();
                throw new IllegalStateException("as in a database that is away");
            });
            assertThat(tried.get()).isGreaterThanOrEqualTo(2);
        });
    }

    private void hang() {
        try {
            released.await(LONG, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
