package dev.signet.tokens.status;

import org.junit.jupiter.api.Test;

import java.util.BitSet;

import static org.assertj.core.api.Assertions.assertThat;

class ScatterTest {

    @Test
    void everyPlaceComesOnce() {
        Scatter scatter = new Scatter(new byte[32], 7);
        BitSet places = new BitSet();

        for (int turn = 0; turn < StatusLists.BYTES; turn++) {
            places.set(scatter.place(turn));
        }

        assertThat(places.cardinality()).isEqualTo(StatusLists.BYTES);
        assertThat(places.length()).isEqualTo(StatusLists.BYTES);
    }

    @Test
    void eachListHasAnOrderOfItsOwn() {
        Scatter one = new Scatter(new byte[32], 1);
        Scatter other = new Scatter(new byte[32], 2);
        int alike = 0;
        int neighbours = 0;

        for (int turn = 1; turn <= 1000; turn++) {
            alike += one.place(turn) == other.place(turn) ? 1 : 0;
            neighbours += Math.abs(one.place(turn) - one.place(turn - 1)) == 1 ? 1 : 0;
        }

        assertThat(alike).isLessThan(20);
        assertThat(neighbours).isLessThan(20);
    }
}
