package dev.signet.keys;

import java.time.Duration;

/** A clock that runs forward at a constant speed, for checks that a change of the system clock must not affect. */
@FunctionalInterface
public interface Uptime {

    /** Returns the time since an arbitrary moment of this process. */
    Duration elapsed();
}
