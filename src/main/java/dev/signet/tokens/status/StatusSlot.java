package dev.signet.tokens.status;

/**
 * Eight neighbouring entries of one list, so a byte of it, that belong to one session or client: what ends the one sets the byte.
 *
 * @param number the list's number and the place of the byte in it
 */
public record StatusSlot(long number) {

    /** How many tokens can be told apart in one. */
    public static final int ENTRIES = 8;

    static final int ALL = 0xFF;

    static StatusSlot of(long list, int place) {
        return new StatusSlot(list * StatusLists.BYTES + place);
    }

    long list() {
        return number / StatusLists.BYTES;
    }

    int place() {
        return (int) (number % StatusLists.BYTES);
    }

    /** One of its entries. */
    public StatusEntry entry(int index) {
        return new StatusEntry(list(), place() * ENTRIES + index % ENTRIES);
    }
}
