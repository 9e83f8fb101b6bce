package dev.signet.accounts.password;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Meters of password hashing: requests in the queue, their wait, the computation, and rejections. */
@Singleton
@Startup
final class HashingMeters {

    private final AtomicInteger waiting = new AtomicInteger();
    private final Timer wait;
    private final Timer computation;
    private final Counter rejections;

    HashingMeters(MeterRegistry meters) {
        this.wait = Timer.builder("signet_password_hash_wait")
                .description("Time for which a request waited for a core and memory to hash a password")
                .serviceLevelObjectives(Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(5))
                .register(meters);
        this.computation = Timer.builder("signet_password_hash")
                .description("Time in which a password was hashed or verified, without the wait")
                .register(meters);
        this.rejections = Counter.builder("signet_password_hash_rejections")
                .description("Requests that were rejected because the queue of password hashes was full or too slow")
                .register(meters);
        Gauge.builder("signet_password_hashes_waiting", waiting::get)
                .description("Requests that wait for a core and memory to hash a password")
                .register(meters);
    }

    /** Returns the number of requests in the queue, which the gate maintains. */
    AtomicInteger waiting() {
        return waiting;
    }

    void record(long waitNanos, long computationNanos) {
        wait.record(waitNanos, TimeUnit.NANOSECONDS);
        computation.record(computationNanos, TimeUnit.NANOSECONDS);
    }

    void countRejection() {
        rejections.increment();
    }
}
