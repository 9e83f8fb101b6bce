package dev.signet.tokens.status;

import dev.signet.secrets.Derivation;

import java.nio.ByteBuffer;

/**
 * Secret permutation of the slots of a list, so that an index does not reveal the time of its issue. It is a Feistel
 * network of four rounds over the two halves of a slot position, and yields each position exactly once.
 */
final class IndexPermutation {

    private static final int ROUNDS = 4;
    private static final int HALF_BITS = 9;
    private static final int HALF = 1 << HALF_BITS;

    private final short[][] rounds = new short[ROUNDS][HALF];

    /** Derives the permutation of a list from a key. */
    IndexPermutation(byte[] key, long list) {
        for (int round = 0; round < ROUNDS; round++) {
            for (int value = 0; value < HALF; value += 16) {
                byte[] message = ByteBuffer.allocate(16)
                        .putLong(list)
                        .putInt(round)
                        .putInt(value)
                        .array();
                ByteBuffer random = ByteBuffer.wrap(Derivation.hmacSha256(key, message));
                for (int i = 0; i < 16; i++) {
                    rounds[round][value + i] = (short) (random.getShort() & (HALF - 1));
                }
            }
        }
    }

    /** Returns the position of the slot that is issued at that turn. */
    int position(int turn) {
        int left = turn >> HALF_BITS;
        int right = turn & (HALF - 1);
        for (short[] round : rounds) {
            int next = left ^ round[right];
            left = right;
            right = next;
        }
        return left << HALF_BITS | right;
    }
}
