package dev.signet.jose.jwk;

import dev.signet.jose.json.Base64Url;

import java.math.BigInteger;
import java.util.Arrays;

/** Encodings of non-negative integers: Base64urlUInt (RFC 7518 §2) and octets of a fixed length. */
final class Unsigned {

    private Unsigned() {}

    static String encode(BigInteger value) {
        return Base64Url.encodeToString(octets(value, (value.bitLength() + 7) / 8));
    }

    static byte[] octets(BigInteger value, int length) {
        byte[] signed = value.toByteArray();
        byte[] octets = new byte[length];
        int from = Math.max(0, signed.length - length);
        byte[] digits = Arrays.copyOfRange(signed, from, signed.length);
        System.arraycopy(digits, 0, octets, length - digits.length, digits.length);
        return octets;
    }
}
