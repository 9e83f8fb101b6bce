package dev.signet.tokens.status;

/**
 * Eight adjacent entries of one list (one byte) that belong to one session or client and are set together when it ends.
 *
 * @param number the number of the list and the position of the byte in it
 */
public record StatusSlot(long number) {

    /** Number of entries, and so of tokens that can be revoked separately. */
    public static final int ENTRIES = 8;

    /** Number of slots, and so of bytes, in one list; it has 2,097,152 entries. */
    public static final int PER_LIST = 1 << 18;

    static final int ALL = 0xFF;

    static StatusSlot of(long list, int position) {
        return new StatusSlot(list * PER_LIST + position);
    }

    long list() {
        return number / PER_LIST;
    }

    int position() {
        return (int) (number % PER_LIST);
    }

    /** Returns the entry at an index modulo the number of entries. */
    StatusEntry entry(int index) {
        return new StatusEntry(list(), position() * ENTRIES + index % ENTRIES);
    }
}
