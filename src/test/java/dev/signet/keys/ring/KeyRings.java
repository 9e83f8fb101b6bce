package dev.signet.keys.ring;

import dev.signet.keys.KeySchedule;
import dev.signet.keys.Uptime;
import dev.signet.keys.encryption.SigningKeyFactory;

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

    /** Runs the reload job once. */
    public static void reloadIfDue(KeyRing ring) {
        ring.reloadIfDue();
    }
}
