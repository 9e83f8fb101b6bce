package dev.signet.keys;

import java.time.Duration;

/** Time that only runs forward and at one speed, for what must not be fooled when somebody sets the clock. */
@FunctionalInterface
interface Uptime {

    /** Time since an arbitrary moment of this process. */
    Duration elapsed();
}
