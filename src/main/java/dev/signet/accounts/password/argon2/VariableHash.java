package dev.signet.accounts.password.argon2;

import org.bouncycastle.crypto.digests.Blake2bDigest;

/** H' of Argon2: BLAKE2b with an output of any length (RFC 9106 §3.3). */
final class VariableHash {

    private static final int FULL = 64;
    private static final int HALF = 32;

    private VariableHash() {}

    static byte[] of(byte[] input, int length) {
        byte[] output = new byte[length];
        if (length <= FULL) {
            begin(length, length, input).doFinal(output, 0);
            return output;
        }
        byte[] link = new byte[FULL];
        begin(FULL, length, input).doFinal(link, 0);
        int position = 0;
        while (length - position > FULL) {
            System.arraycopy(link, 0, output, position, HALF);
            position += HALF;
            int next = Math.min(FULL, length - position);
            Blake2bDigest digest = new Blake2bDigest(next * Byte.SIZE);
            digest.update(link, 0, FULL);
            digest.doFinal(link, 0);
        }
        System.arraycopy(link, 0, output, position, length - position);
        return output;
    }

    private static Blake2bDigest begin(int digestLength, int length, byte[] input) {
        Blake2bDigest digest = new Blake2bDigest(digestLength * Byte.SIZE);
        putInt(digest, length);
        digest.update(input, 0, input.length);
        return digest;
    }

    /** LE32 of RFC 9106 §3.1. */
    static void putInt(Blake2bDigest digest, int value) {
        digest.update((byte) value);
        digest.update((byte) (value >>> 8));
        digest.update((byte) (value >>> 16));
        digest.update((byte) (value >>> 24));
    }
}
