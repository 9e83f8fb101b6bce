package dev.signet.jose.jwk;

import java.math.BigInteger;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;

/** The curve P-256 (SP 800-186 §3.2.1.3) and the format of its signatures. */
public final class P256 {

    static final String CRV = "P-256";
    static final int BYTES = 32;

    private static final BigInteger P = hex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
    private static final BigInteger A = P.subtract(BigInteger.valueOf(3));
    private static final BigInteger B = hex("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");
    private static final BigInteger GX = hex("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296");
    private static final BigInteger GY = hex("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5");
    private static final BigInteger N = hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
    private static final byte[] ORDER = Unsigned.octets(N, BYTES);

    static final ECParameterSpec PARAMETERS =
            new ECParameterSpec(new EllipticCurve(new ECFieldFp(P), A, B), new ECPoint(GX, GY), N, 1);

    private P256() {}

    static boolean hasPoint(BigInteger x, BigInteger y) {
        if (x.signum() < 0 || y.signum() < 0 || x.compareTo(P) >= 0 || y.compareTo(P) >= 0) {
            return false;
        }
        BigInteger right = x.multiply(x).add(A).multiply(x).add(B).mod(P);
        return y.multiply(y).mod(P).equals(right);
    }

    /**
     * Returns true if {@code r || s} has the required length and both numbers are in 1..n-1. Checked here because a
     * provider once accepted zeros as a signature of any message (CVE-2022-21449).
     */
    public static boolean isSignature(byte[] signature) {
        return signature.length == 2 * BYTES && isInRange(signature, 0) && isInRange(signature, BYTES);
    }

    private static boolean isInRange(byte[] bytes, int offset) {
        int any = 0;
        for (int i = 0; i < BYTES; i++) {
            any |= bytes[offset + i];
        }
        return any != 0 && isBelowOrder(bytes, offset);
    }

    private static boolean isBelowOrder(byte[] bytes, int offset) {
        for (int i = 0; i < BYTES; i++) {
            int difference = (bytes[offset + i] & 0xFF) - (ORDER[i] & 0xFF);
            if (difference != 0) {
                return difference < 0;
            }
        }
        return false;
    }

    private static BigInteger hex(String digits) {
        return new BigInteger(digits, 16);
    }
}
