package dev.signet.keys.ring;

import dev.signet.keys.KeySchedule;
import dev.signet.keys.Uptime;
import dev.signet.keys.encryption.SigningKeyFactory;
import io.micrometer.core.instrument.MeterRegistry;

import java.time.Clock;

/** Creates key rings, and reads their content, for tests. */
public final class KeyRings {

    private KeyRings() {}

    /** Returns a ring of its own on the stored keys. */
    public static KeyRing create(
            StoredKeys storedKeys, SigningKeyFactory keyFactory, KeySchedule schedule, Uptime uptime) {
        return new KeyRing(storedKeys, keyFactory, schedule, uptime);
    }

    /** Returns the text form of everything that the ring holds. */
    public static String describe(KeyRing ring) {
        return ring.snapshot().toString();
    }

    /** Registers the gauges of a ring. */
    public static void registerGauges(KeyRing ring, KeySchedule schedule, Clock clock, MeterRegistry meters) {
        new KeyGauges(ring, schedule, clock, meters);
    }

    /** Runs the reload job once. */
    public static void reloadIfDue(KeyRing ring) {
        ring.reloadIfDue();
    }
}
