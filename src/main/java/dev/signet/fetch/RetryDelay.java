package dev.signet.fetch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The delay before the next attempt: it grows with each failure up to a limit and is random, so that not all retries
 * happen at the same moment.
 */
public final class RetryDelay {

    private static final double MIN_FACTOR = 0.75;
    private static final double SPREAD = 0.5;

    private final Duration first;
    private final int factor;
    private final Duration longest;
    private final RandomGenerator random;

    /**
     * Creates a delay.
     *
     * @param first delay after the first failure
     * @param factor factor for each further failure
     * @param longest maximum delay before the random variation of 25 percent
     */
    public RetryDelay(Duration first, int factor, Duration longest, RandomGenerator random) {
        this.first = first;
        this.factor = factor;
        this.longest = longest;
        this.random = random;
    }

    /** Returns the delay after this number of consecutive failures, at least one. */
    public Duration after(int failures) {
        Duration delay = first;
        for (int i = 1; i < failures && delay.compareTo(longest) < 0; i++) {
            delay = delay.multipliedBy(factor);
        }
        double millis = (delay.compareTo(longest) < 0 ? delay : longest).toMillis();
        return Duration.ofMillis(Math.round(millis * (MIN_FACTOR + SPREAD * random.nextDouble())));
    }
}
