package dev.signet.tokens.status;

import org.junit.jupiter.api.Test;

import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

class SetEntriesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final SetEntries set = new SetEntries();

    @Test
    void slotSetsAllEntriesAndTokenSetsOne() {
        StatusSlot whole = StatusSlot.of(3, 5);
        StatusSlot part = StatusSlot.of(3, StatusSlot.PER_LIST - 1);

        set.add(SetEntries.text(whole) + " " + SetEntries.text(part.entry(6)), NOW);

        byte[] bytes = new byte[StatusSlot.PER_LIST];
        set.write(3, bytes);
        assertThat(bytes[5]).isEqualTo((byte) 0xFF);
        assertThat(bytes[StatusSlot.PER_LIST - 1]).isEqualTo((byte) 0x40);
        assertThat(set.mask(part)).isEqualTo(0x40);
        assertThat(set.mask(StatusSlot.of(4, 5))).isZero();
    }

    @Test
    void repeatedEntryChangesListOnce() {
        String entry = SetEntries.text(StatusSlot.of(1, 2).entry(3));
        set.add(entry, NOW);
        long version = set.version(1);

        set.add(entry, NOW);

        assertThat(set.version(1)).isEqualTo(version);
        set.add(SetEntries.text(StatusSlot.of(1, 2).entry(4)), NOW);
        assertThat(set.version(1)).isNotEqualTo(version);
    }

    @Test
    void entriesOfExpiredTokensAreRemoved() {
        set.add(SetEntries.text(StatusSlot.of(1, 2).entry(3)), NOW.minusSeconds(1));
        set.add(SetEntries.text(StatusSlot.of(1, 2).entry(4)), NOW.plusSeconds(1));
        long version = set.version(1);

        set.removeExpired(NOW);

        assertThat(set.mask(StatusSlot.of(1, 2))).isEqualTo(1 << 4);
        assertThat(set.version(1)).isNotEqualTo(version);
        set.removeExpired(NOW.plusSeconds(2));
        assertThat(set.version(1)).isZero();
    }
}
