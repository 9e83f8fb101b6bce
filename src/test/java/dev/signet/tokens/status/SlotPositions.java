package dev.signet.tokens.status;

/** Positions of the slots of a list in the order of their issue, for tests of other packages. */
public final class SlotPositions {

    private final IndexPermutation permutation;

    public SlotPositions(long list) {
        this.permutation = new IndexPermutation(new byte[32], list);
    }

    /** Returns the position of the slot that is issued at that turn. */
    public int of(int turn) {
        return permutation.position(turn);
    }
}
