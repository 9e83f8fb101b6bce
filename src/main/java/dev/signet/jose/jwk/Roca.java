package dev.signet.jose.jwk;

import java.math.BigInteger;

/**
 * Detects RSA moduli of the broken generator of CVE-2017-15361 (ROCA). They are powers of 65537 modulo each of these
 * primes. A good modulus has this property with a probability of about 2^-28.
 */
final class Roca {

    private static final BigInteger GENERATOR = BigInteger.valueOf(65537);
    private static final int[] PRIMES = {11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157};

    private Roca() {}

    static boolean isVulnerable(BigInteger modulus) {
        for (int prime : PRIMES) {
            if (!isPowerOfGenerator(modulus, prime)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPowerOfGenerator(BigInteger modulus, int prime) {
        int residue = modulus.mod(BigInteger.valueOf(prime)).intValue();
        int step = GENERATOR.mod(BigInteger.valueOf(prime)).intValue();
        int power = 1;
        do {
            if (power == residue) {
                return true;
            }
            power = power * step % prime;
        } while (power != 1);
        return false;
    }
}
