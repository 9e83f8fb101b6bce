package dev.signet.accounts.factor;

/** Base32 (RFC 4648 §6) without padding, the only encoding that authenticator apps read. */
final class Base32 {

    static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder((bytes.length * 8 + BITS - 1) / BITS);
        int buffer = 0;
        int bitCount = 0;
        for (byte next : bytes) {
            buffer = ((buffer << 8) | (next & 0xFF)) & 0xFFF;
            bitCount += 8;
            while (bitCount >= BITS) {
                bitCount -= BITS;
                text.append(ALPHABET.charAt((buffer >> bitCount) & 0x1F));
            }
        }
        if (bitCount > 0) {
            text.append(ALPHABET.charAt((buffer << (BITS - bitCount)) & 0x1F));
        }
        return text.toString();
    }
}
