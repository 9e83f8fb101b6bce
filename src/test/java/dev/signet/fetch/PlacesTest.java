package dev.signet.fetch;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlacesTest {

    private final Places places = new Places(3, 2);

    @Test
    void oneServerDoesNotTakeEveryPlace() {
        assertThat(places.take("slow:443")).isTrue();
        assertThat(places.take("slow:443")).isTrue();

        assertThat(places.take("slow:443")).isFalse();
        assertThat(places.take("other:443")).isTrue();
        assertThat(places.take("third:443")).isFalse();
    }

    @Test
    void placeThatIsLeftIsFree() {
        places.take("slow:443");
        places.take("slow:443");
        places.leave("slow:443");

        assertThat(places.take("slow:443")).isTrue();
        assertThat(places.take("slow:443")).isFalse();
    }
}
