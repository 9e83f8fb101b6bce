package dev.signet.tokens.status;

/** Entry of a status list, to which one token refers. */
record StatusEntry(long list, int index) {

    StatusSlot slot() {
        return StatusSlot.of(list, index / StatusSlot.ENTRIES);
    }

    // Status lists count the bits of a byte from the least significant bit.
    int mask() {
        return 1 << index % StatusSlot.ENTRIES;
    }
}
