package dev.signet.jose.jwk;

import java.math.BigInteger;

/** The curve of Ed25519 (RFC 8032 §5.1), as far as the validation of public keys needs it. */
final class Edwards25519 {

    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger D = BigInteger.valueOf(-121665)
            .multiply(BigInteger.valueOf(121666).modInverse(P))
            .mod(P);

    private Edwards25519() {}

    static boolean isPublicKey(byte[] encoded) {
        BigInteger y = littleEndian(encoded).clearBit(255);
        if (encoded.length != 32 || y.compareTo(P) >= 0 || isOfSmallOrder(y)) {
            return false;
        }
        return isSquare(xSquared(y));
    }

    /** Solves -x² + y² = 1 + d·x²·y² for x². */
    private static BigInteger xSquared(BigInteger y) {
        BigInteger ySquared = y.multiply(y).mod(P);
        BigInteger below = D.multiply(ySquared).add(BigInteger.ONE).modInverse(P);
        return ySquared.subtract(BigInteger.ONE).multiply(below).mod(P);
    }

    private static boolean isSquare(BigInteger value) {
        return value.modPow(P.shiftRight(1), P).equals(BigInteger.ONE);
    }

    /**
     * Points whose order divides 8, for which one signature verifies many messages. Orders 1 and 2 have y = ±1, and
     * order 4 has y = 0. Doubling a point of order 8 gives y = 0, so x² = -y². The curve equation then becomes d·y⁴ +
     * 2y² = 1.
     */
    private static boolean isOfSmallOrder(BigInteger y) {
        BigInteger ySquared = y.multiply(y).mod(P);
        BigInteger eight =
                D.multiply(ySquared).add(BigInteger.TWO).multiply(ySquared).mod(P);
        return ySquared.signum() == 0 || ySquared.equals(BigInteger.ONE) || eight.equals(BigInteger.ONE);
    }

    private static BigInteger littleEndian(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return new BigInteger(1, reversed);
    }
}
