package dev.signet.fetch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before trying again: longer after each failure up to a bound, and never for all in the same moment. */
public final class RetryDelay {

    private static final double LEAST = 0.75;
    private static final double SPREAD = 0.5;

    private final Duration first;
    private final int factor;
    private final Duration longest;
    private final RandomGenerator random;

    /** After the first failure {@code first}, after each further one {@code factor} times as long; give or take a quarter. */
    public RetryDelay(Duration first, int factor, Duration longest, RandomGenerator random) {
        this.first = first;
        this.factor = factor;
        this.longest = longest;
        this.random = random;
    }

    /** How long after so many failures in a row, at least one. */
    public Duration after(int failures) {
        Duration delay = first;
        for (int i = 1; i < failures && delay.compareTo(longest) < 0; i++) {
            delay = delay.multipliedBy(factor);
        }
        double millis = (delay.compareTo(longest) < 0 ? delay : longest).toMillis();
        return Duration.ofMillis(Math.round(millis * (LEAST + SPREAD * random.nextDouble())));
    }
}
