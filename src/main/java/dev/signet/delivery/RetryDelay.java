package dev.signet.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The delay before the next attempt. It grows with each failure up to one hour. It is random, so that not all retries
 * happen at the same moment.
 */
public final class RetryDelay {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final double MIN_FACTOR = 0.75;
    private static final double SPREAD = 0.5;

    private final Duration first;
    private final int factor;
    private final RandomGenerator random;

    /**
     * Creates a delay. The random variation of 25 percent also applies to the longest delay.
     *
     * @param first delay after the first failure
     * @param factor factor for each further failure
     */
    public RetryDelay(Duration first, int factor, RandomGenerator random) {
        this.first = first;
        this.factor = factor;
        this.random = random;
    }

    /** Returns the delay after this number of consecutive failures, at least one. */
    public Duration after(int failures) {
        Duration delay = first;
        for (int i = 1; i < failures && delay.compareTo(LONGEST) < 0; i++) {
            delay = delay.multipliedBy(factor);
        }
        double millis = (delay.compareTo(LONGEST) < 0 ? delay : LONGEST).toMillis();
        return Duration.ofMillis(Math.round(millis * (MIN_FACTOR + SPREAD * random.nextDouble())));
    }
}
