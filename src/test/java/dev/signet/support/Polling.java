package dev.signet.support;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

import java.time.Duration;

/**
 * Waits for conditions. The limit is checked between evaluations, and no working machine is slow enough to reach it.
 */
public final class Polling {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private Polling() {}

    /** Starts a wait that evaluates its condition in the thread of the test and ignores failures of other threads. */
    public static ConditionFactory await() {
        return Awaitility.await()
                .dontCatchUncaughtExceptions()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(INTERVAL)
                .atMost(LIMIT);
    }
}
