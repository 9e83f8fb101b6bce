package dev.signet.keys;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.time.Duration;

/** Hands out the checked schedule and this process's uptime. */
final class Timing {

    Timing() {}

    @Produces
    @Singleton
    static KeySchedule schedule(KeysConfig config) {
        return KeySchedule.of(config);
    }

    @Produces
    @Singleton
    static Uptime uptime() {
        long start = System.nanoTime();
        return () -> Duration.ofNanos(System.nanoTime() - start);
    }
}
