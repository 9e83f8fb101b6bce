package dev.signet.apikeys;

import dev.signet.jose.ClaimsSet;
import dev.signet.tokens.StandIn;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class KnownKeyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:15:30Z");

    @Test
    void useIsNotedOnceAMinute() {
        KnownKey key = known();

        assertThat(key.takeNote(NOW)).isTrue();
        assertThat(key.takeNote(NOW.plusSeconds(59))).isFalse();
        assertThat(key.takeNote(NOW.plusSeconds(60))).isTrue();
        assertThat(key.takeNote(NOW.plusSeconds(61))).isFalse();
    }

    @Test
    void isReadAnewFromTimeToTimeWhateverHappens() {
        KnownKey key = known();

        assertThat(key.isFresh(NOW.plus(Duration.ofMinutes(9)))).isTrue();
        assertThat(key.isFresh(NOW.plus(Duration.ofMinutes(10)))).isFalse();
    }

    private static KnownKey known() {
        StandIn standIn = new StandIn(ClaimsSet.builder().build(), UUID.randomUUID());
        return new KnownKey(UUID.randomUUID(), standIn, null, NOW, null);
    }
}
