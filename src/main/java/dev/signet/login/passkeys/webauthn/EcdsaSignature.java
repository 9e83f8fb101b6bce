package dev.signet.login.passkeys.webauthn;

/** Converts ECDSA signatures with P-256 from the DER of Web Authentication to the form of JWS (RFC 7518 §3.4). */
final class EcdsaSignature {

    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int NUMBER_BYTES = 32;
    private static final byte[] MALFORMED = {};

    private EcdsaSignature() {}

    /** Returns both numbers in 32 octets each; an empty array if the signature is not strict DER. */
    static byte[] toFixedLength(byte[] der) {
        byte[] fixed = new byte[2 * NUMBER_BYTES];
        if (der.length < 2 || der[0] != SEQUENCE || der[1] != der.length - 2) {
            return MALFORMED;
        }
        int second = copyNumber(der, 2, fixed, 0);
        return second > 0 && copyNumber(der, second, fixed, NUMBER_BYTES) == der.length ? fixed : MALFORMED;
    }

    /** Copies a number right-aligned and returns the position after it; -1 if it is malformed or too long. */
    private static int copyNumber(byte[] der, int at, byte[] fixed, int to) {
        if (at + 2 > der.length || der[at] != INTEGER) {
            return -1;
        }
        int length = der[at + 1];
        int start = at + 2;
        int end = start + length;
        if (length < 1 || end > der.length || der[start] < 0) {
            return -1;
        }
        if (der[start] == 0 && length > 1) {
            if (der[start + 1] >= 0) {
                return -1; // DER forbids a zero octet that the sign does not require.
            }
            start++;
        }
        if (end - start > NUMBER_BYTES) {
            return -1;
        }
        System.arraycopy(der, start, fixed, to + NUMBER_BYTES - (end - start), end - start);
        return end;
    }
}
