package dev.signet.fetch;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallPermitsTest {

    private final CallPermits permits = new CallPermits(3, 2);

    @Test
    void oneServerCannotUseAllConcurrentCalls() {
        assertThat(permits.acquire("slow:443")).isTrue();
        assertThat(permits.acquire("slow:443")).isTrue();

        assertThat(permits.acquire("slow:443")).isFalse();
        assertThat(permits.acquire("other:443")).isTrue();
        assertThat(permits.acquire("third:443")).isFalse();
    }

    @Test
    void releasedCallCanBeAcquiredAgain() {
        permits.acquire("slow:443");
        permits.acquire("slow:443");
        permits.release("slow:443");

        assertThat(permits.acquire("slow:443")).isTrue();
        assertThat(permits.acquire("slow:443")).isFalse();
    }
}
