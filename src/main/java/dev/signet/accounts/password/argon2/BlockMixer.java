package dev.signet.accounts.password.argon2;

import static java.lang.Long.rotateRight;

/** The compression function G of Argon2 on blocks of 128 words in one array (RFC 9106 §3.5, §3.6). */
final class BlockMixer {

    static final int WORDS = 128;

    private final long[] mixed = new long[WORDS];

    /** Writes G of the blocks at two offsets over the block at a third offset, or XORs it into that block. */
    void mix(long[] memory, int left, int right, int target, boolean add) {
        long[] words = mixed;
        for (int i = 0; i < WORDS; i++) {
            long word = memory[left + i] ^ memory[right + i];
            words[i] = word;
            memory[target + i] = add ? memory[target + i] ^ word : word;
        }
        for (int row = 0; row < WORDS; row += 16) {
            permute(words, row, 2);
        }
        for (int column = 0; column < 16; column += 2) {
            permute(words, column, 16);
        }
        for (int i = 0; i < WORDS; i++) {
            memory[target + i] ^= words[i];
        }
    }

    // P of RFC 9106 §3.6 on eight pairs of words at a fixed step. All sixteen words stay in registers, because most of
    // the time is spent here.
    private static void permute(long[] w, int at, int step) {
        int p1 = at + step;
        int p2 = p1 + step;
        int p3 = p2 + step;
        int p4 = p3 + step;
        int p5 = p4 + step;
        int p6 = p5 + step;
        int p7 = p6 + step;
        long a0 = w[at];
        long a1 = w[at + 1];
        long a2 = w[p1];
        long a3 = w[p1 + 1];
        long b0 = w[p2];
        long b1 = w[p2 + 1];
        long b2 = w[p3];
        long b3 = w[p3 + 1];
        long c0 = w[p4];
        long c1 = w[p4 + 1];
        long c2 = w[p5];
        long c3 = w[p5 + 1];
        long d0 = w[p6];
        long d1 = w[p6 + 1];
        long d2 = w[p7];
        long d3 = w[p7 + 1];
        for (int half = 0; half < 2; half++) {
            a0 = add(a0, b0);
            a1 = add(a1, b1);
            a2 = add(a2, b2);
            a3 = add(a3, b3);
            d0 = rotateRight(d0 ^ a0, 32);
            d1 = rotateRight(d1 ^ a1, 32);
            d2 = rotateRight(d2 ^ a2, 32);
            d3 = rotateRight(d3 ^ a3, 32);
            c0 = add(c0, d0);
            c1 = add(c1, d1);
            c2 = add(c2, d2);
            c3 = add(c3, d3);
            b0 = rotateRight(b0 ^ c0, 24);
            b1 = rotateRight(b1 ^ c1, 24);
            b2 = rotateRight(b2 ^ c2, 24);
            b3 = rotateRight(b3 ^ c3, 24);
            a0 = add(a0, b0);
            a1 = add(a1, b1);
            a2 = add(a2, b2);
            a3 = add(a3, b3);
            d0 = rotateRight(d0 ^ a0, 16);
            d1 = rotateRight(d1 ^ a1, 16);
            d2 = rotateRight(d2 ^ a2, 16);
            d3 = rotateRight(d3 ^ a3, 16);
            c0 = add(c0, d0);
            c1 = add(c1, d1);
            c2 = add(c2, d2);
            c3 = add(c3, d3);
            b0 = rotateRight(b0 ^ c0, 63);
            b1 = rotateRight(b1 ^ c1, 63);
            b2 = rotateRight(b2 ^ c2, 63);
            b3 = rotateRight(b3 ^ c3, 63);

            // The diagonals of the first half are the columns of the second. After the second half the words are in
            // their original order.
            if (half == 0) {
                long b = b0;
                b0 = b1;
                b1 = b2;
                b2 = b3;
                b3 = b;
                long c = c0;
                c0 = c2;
                c2 = c;
                c = c1;
                c1 = c3;
                c3 = c;
                long d = d3;
                d3 = d2;
                d2 = d1;
                d1 = d0;
                d0 = d;
            }
        }
        w[at] = a0;
        w[at + 1] = a1;
        w[p1] = a2;
        w[p1 + 1] = a3;
        w[p2] = b3;
        w[p2 + 1] = b0;
        w[p3] = b1;
        w[p3 + 1] = b2;
        w[p4] = c2;
        w[p4 + 1] = c3;
        w[p5] = c0;
        w[p5 + 1] = c1;
        w[p6] = d1;
        w[p6 + 1] = d2;
        w[p7] = d3;
        w[p7 + 1] = d0;
    }

    // The multiplication makes the addition costly on specialized hardware: x + y + 2 * low(x) * low(y).
    private static long add(long x, long y) {
        return x + y + 2 * (x & 0xffff_ffffL) * (y & 0xffff_ffffL);
    }
}
