package dev.signet.keys;

import dev.signet.jose.SignatureEngine;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.time.Duration;

/** Hands out the checked schedule and this process's uptime. */
final class Timing {

    Timing() {}

    @Produces
    @Singleton
    static KeySchedule schedule(KeysConfig config, SignatureEngine engine) {
        return KeySchedule.of(config).requireRuntime(engine::has);
    }

    @Produces
    @Singleton
    static Uptime uptime() {
        long start = System.nanoTime();
        return () -> Duration.ofNanos(System.nanoTime() - start);
    }
}
