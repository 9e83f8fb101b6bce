package dev.signet.jose;

import java.math.BigInteger;
import java.util.Set;

/** The curve of Ed25519 (RFC 8032 section 5.1), as far as judging a public key needs it. */
final class Edwards25519 {

    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger D = BigInteger.valueOf(-121665)
            .multiply(BigInteger.valueOf(121666).modInverse(P))
            .mod(P);

    /** The y of all points of order 1, 2, 4 and 8: under such a key one signature fits many messages. */
    private static final Set<BigInteger> SMALL_ORDER = smallOrder();

    private Edwards25519() {}

    static boolean isPublicKey(byte[] encoded) {
        BigInteger y = littleEndian(encoded).clearBit(255);
        if (encoded.length != 32 || y.compareTo(P) >= 0 || SMALL_ORDER.contains(y)) {
            return false;
        }
        return isSquare(xSquared(y));
    }

    /** From -x² + y² = 1 + d·x²·y². */
    private static BigInteger xSquared(BigInteger y) {
        BigInteger ySquared = y.multiply(y).mod(P);
        BigInteger below = D.multiply(ySquared).add(BigInteger.ONE).modInverse(P);
        return ySquared.subtract(BigInteger.ONE).multiply(below).mod(P);
    }

    private static boolean isSquare(BigInteger value) {
        return value.modPow(P.shiftRight(1), P).equals(BigInteger.ONE);
    }

    private static Set<BigInteger> smallOrder() {
        BigInteger eight = new BigInteger("7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd83d3d706a17c7", 16);
        return Set.of(BigInteger.ZERO, BigInteger.ONE, P.subtract(BigInteger.ONE), eight, P.subtract(eight));
    }

    private static BigInteger littleEndian(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return new BigInteger(1, reversed);
    }
}
