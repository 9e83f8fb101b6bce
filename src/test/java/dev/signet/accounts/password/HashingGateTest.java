package dev.signet.accounts.password;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.support.Polling;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HashingGateTest {

    @Test
    void concurrentHashesAreLimited() throws Exception {
        HashingGate gate = new HashingGate(2, 100, new HashingMeters(new SimpleMeterRegistry()));
        AtomicInteger running = new AtomicInteger();
        AtomicInteger maxRunning = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(20);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(threads.submit(() -> gate.pass(() -> {
                maxRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
                Thread.yield();
                return running.decrementAndGet();
            })));
        }
        for (Future<?> one : all) {
            one.get(1, TimeUnit.MINUTES);
        }
        threads.shutdown();

        assertThat(maxRunning.get()).isBetween(1, 2);
    }

    @Test
    void requestBeyondTheQueueIsRejectedAtOnce() throws Exception {
        HashingGate gate = new HashingGate(1, 2, new HashingMeters(new SimpleMeterRegistry()));
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch entered = new CountDownLatch(3);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Future<Boolean>> admitted = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            admitted.add(threads.submit(() -> {
                entered.countDown();
                return gate.pass(() -> await(open));
            }));
        }
        entered.await();
        waitUntilFull(gate);

        assertThatThrownBy(() -> gate.pass(() -> true))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(ErrorCode.TEMPORARILY_UNAVAILABLE));

        open.countDown();
        for (Future<Boolean> one : admitted) {
            assertThat(one.get(1, TimeUnit.MINUTES)).isTrue();
        }
        threads.shutdown();
        assertThat(gate.pass(() -> true)).isTrue();
    }

    @Test
    void largeHashRunsWithoutOthers() throws Exception {
        HashingGate gate = new HashingGate(3, 8, new HashingMeters(new SimpleMeterRegistry()));
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<Boolean> large = threads.submit(() -> gate.pass(7, () -> {
            started.countDown();
            return await(open);
        }));
        started.await();
        Future<Boolean> small = threads.submit(() -> gate.pass(() -> true));
        Polling.await().until(() -> gate.admitted() == 2);

        assertThat(small).isNotDone();

        open.countDown();
        assertThat(large.get(1, TimeUnit.MINUTES)).isTrue();
        assertThat(small.get(1, TimeUnit.MINUTES)).isTrue();
        threads.shutdown();
    }

    @Test
    void failureReleasesItsPermit() {
        HashingGate gate = new HashingGate(1, 0, new HashingMeters(new SimpleMeterRegistry()));

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> gate.pass(() -> {
                        throw new IllegalStateException("broken");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThat(gate.pass(() -> true)).isTrue();
    }

    private static void waitUntilFull(HashingGate gate) {
        Polling.await().until(() -> gate.admitted() >= 3);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
