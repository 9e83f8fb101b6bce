package dev.signet.keys;

import dev.signet.jose.SignatureEngine;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.time.Duration;

/** Provides the validated schedule and the uptime of this process. */
final class KeyTimingProducer {

    KeyTimingProducer() {}

    @Produces
    @Singleton
    static KeySchedule schedule(KeysConfig config, SignatureEngine engine) {
        return KeySchedule.of(config).requireSupportedAlgorithms(engine::supports);
    }

    @Produces
    @Singleton
    static Uptime uptime() {
        long start = System.nanoTime();
        return () -> Duration.ofNanos(System.nanoTime() - start);
    }
}
