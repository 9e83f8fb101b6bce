package dev.signet.delivery;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class RetryDelayTest {

    private final RetryDelay delay = new RetryDelay(Duration.ofSeconds(10), 2, new Random(20_261_122));

    @Test
    void retryDelayGrowsToItsLimit() {
        assertThat(delay.after(1)).isBetween(Duration.ofMillis(7_500), Duration.ofMillis(12_500));
        assertThat(delay.after(3)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(50));
        assertThat(delay.after(1_000)).isBetween(Duration.ofMinutes(45), Duration.ofMinutes(75));
    }

    @Test
    void retryDelayIsRandomized() {
        assertThat(IntStream.range(0, 20).mapToObj(i -> delay.after(1)).distinct())
                .hasSizeGreaterThan(10);
    }
}
