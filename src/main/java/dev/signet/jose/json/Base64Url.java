package dev.signet.jose.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Base64url without padding (RFC 7515 §2); each value has exactly one accepted encoding. */
public final class Base64Url {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final byte[] VALUES = values();

    private Base64Url() {}

    /** Encodes as base64url without padding. */
    public static byte[] encode(byte[] bytes) {
        return ENCODER.encode(bytes);
    }

    /** Encodes as base64url without padding. */
    public static String encodeToString(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /** Decodes base64url without padding. */
    public static byte[] decode(String text) throws MalformedInputException {
        return decode(text.getBytes(StandardCharsets.UTF_8), 0, -1);
    }

    /** Decodes ASCII from {@code from} up to {@code to}, or to the end of the array if {@code to} is negative. */
    public static byte[] decode(byte[] ascii, int from, int to) throws MalformedInputException {
        int end = to < 0 ? ascii.length : to;
        int length = end - from;
        int rest = length % 4;
        if (rest == 1) {
            throw new MalformedInputException("the length is invalid for base64url");
        }
        byte[] bytes = new byte[length / 4 * 3 + (rest == 0 ? 0 : rest - 1)];
        int out = 0;
        int in = from;
        // A negative value marks a byte outside the alphabet and survives the OR of a whole group.
        for (int full = end - rest; in < full; in += 4) {
            int a = VALUES[ascii[in] & 0xFF];
            int b = VALUES[ascii[in + 1] & 0xFF];
            int c = VALUES[ascii[in + 2] & 0xFF];
            int d = VALUES[ascii[in + 3] & 0xFF];
            if ((a | b | c | d) < 0) {
                throw outsideAlphabet();
            }
            bytes[out++] = (byte) (a << 2 | b >> 4);
            bytes[out++] = (byte) (b << 4 | c >> 2);
            bytes[out++] = (byte) (c << 6 | d);
        }
        if (rest != 0) {
            decodeRest(ascii, in, rest, bytes, out);
        }
        return bytes;
    }

    private static void decodeRest(byte[] ascii, int in, int rest, byte[] bytes, int out)
            throws MalformedInputException {
        int a = VALUES[ascii[in] & 0xFF];
        int b = VALUES[ascii[in + 1] & 0xFF];
        int c = rest == 3 ? VALUES[ascii[in + 2] & 0xFF] : 0;
        if ((a | b | c) < 0) {
            throw outsideAlphabet();
        }
        boolean trailingBits = rest == 3 ? (c & 0x03) != 0 : (b & 0x0F) != 0;
        if (trailingBits) {
            throw new MalformedInputException("base64url has trailing bits");
        }
        bytes[out] = (byte) (a << 2 | b >> 4);
        if (rest == 3) {
            bytes[out + 1] = (byte) (b << 4 | c >> 2);
        }
    }

    private static MalformedInputException outsideAlphabet() {
        return new MalformedInputException("base64url has an invalid character");
    }

    private static byte[] values() {
        byte[] values = new byte[256];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            values[ALPHABET.charAt(i)] = (byte) i;
        }
        return values;
    }
}
