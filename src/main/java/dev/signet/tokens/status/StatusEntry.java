package dev.signet.tokens.status;

/** One entry of one list, which is what a token refers to. */
public record StatusEntry(long list, int index) {

    StatusSlot slot() {
        return StatusSlot.of(list, index / StatusSlot.ENTRIES);
    }

    // Status lists count the bits of a byte from the least significant one.
    int mask() {
        return 1 << index % StatusSlot.ENTRIES;
    }
}
