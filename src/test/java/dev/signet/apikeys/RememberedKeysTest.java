package dev.signet.apikeys;

import dev.signet.jose.ClaimsSet;
import dev.signet.tokens.StandIn;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class RememberedKeysTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:15:30Z");

    @Test
    void holdsNoMoreThanItsSize() {
        RememberedKeys keys = new RememberedKeys(100);
        for (int i = 0; i < 1_000; i++) {
            keys.add(digest(i), known(), keys.mark());

            assertThat(keys.size()).isLessThanOrEqualTo(100);
        }
    }

    @Test
    void whatIsAskedForStays() {
        RememberedKeys keys = new RememberedKeys(100);
        keys.add(digest(-1), known(), keys.mark());
        for (int i = 0; i < 1_000; i++) {
            keys.add(digest(i), known(), keys.mark());

            assertThat(keys.find(digest(-1))).isNotNull();
        }
    }

    @Test
    void bothOfAKeyAreForgotten() {
        RememberedKeys keys = new RememberedKeys(100);
        KnownKey key = known();
        keys.add(digest(1), key, keys.mark());
        keys.add(digest(2), key, keys.mark());
        keys.add(digest(3), known(), keys.mark());

        keys.forget(Set.of(key.id()));

        assertThat(keys.find(digest(1))).isNull();
        assertThat(keys.find(digest(2))).isNull();
        assertThat(keys.find(digest(3))).isNotNull();
    }

    @Test
    void whatWasReadBeforeAChangeIsNotAddedAfterIt() {
        RememberedKeys keys = new RememberedKeys(100);
        long mark = keys.mark();

        keys.forget(Set.of(UUID.randomUUID()));
        keys.add(digest(1), known(), mark);

        assertThat(keys.find(digest(1))).isNull();
    }

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

    private static ByteBuffer digest(int number) {
        return ByteBuffer.allocate(4).putInt(0, number);
    }
}
