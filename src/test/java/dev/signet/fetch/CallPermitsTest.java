package dev.signet.fetch;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallPermitsTest {

    private final CallPermits places = new CallPermits(3, 2);

    @Test
    void oneServerCannotUseAllConcurrentCalls() {
        assertThat(places.acquire("slow:443")).isTrue();
        assertThat(places.acquire("slow:443")).isTrue();

        assertThat(places.acquire("slow:443")).isFalse();
        assertThat(places.acquire("other:443")).isTrue();
        assertThat(places.acquire("third:443")).isFalse();
    }

    @Test
    void releasedCallCanBeAcquiredAgain() {
        places.acquire("slow:443");
        places.acquire("slow:443");
        places.release("slow:443");

        assertThat(places.acquire("slow:443")).isTrue();
        assertThat(places.acquire("slow:443")).isFalse();
    }
}
