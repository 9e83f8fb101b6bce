package dev.signet.tokens.status;

import org.junit.jupiter.api.Test;

import java.util.BitSet;

import static org.assertj.core.api.Assertions.assertThat;

class IndexPermutationTest {

    @Test
    void permutedIndexesContainEveryPositionOnce() {
        IndexPermutation permutation = new IndexPermutation(new byte[32], 7);
        BitSet positions = new BitSet();

        for (int turn = 0; turn < StatusSlot.PER_LIST; turn++) {
            positions.set(permutation.position(turn));
        }

        assertThat(positions.cardinality()).isEqualTo(StatusSlot.PER_LIST);
        assertThat(positions.length()).isEqualTo(StatusSlot.PER_LIST);
    }

    @Test
    void eachStatusListHasItsOwnIndexOrder() {
        IndexPermutation one = new IndexPermutation(new byte[32], 1);
        IndexPermutation other = new IndexPermutation(new byte[32], 2);
        int alike = 0;
        int neighbours = 0;

        for (int turn = 1; turn <= 1000; turn++) {
            alike += one.position(turn) == other.position(turn) ? 1 : 0;
            neighbours += Math.abs(one.position(turn) - one.position(turn - 1)) == 1 ? 1 : 0;
        }

        assertThat(alike).isLessThan(20);
        assertThat(neighbours).isLessThan(20);
    }
}
