package dev.signet.jose;

import java.math.BigInteger;

/**
 * Recognises RSA moduli of the generator that CVE-2017-15361 (ROCA) broke: modulo each of these primes they are powers of
 * 65537, which a sound modulus is for all of them with a chance of about 2^-28.
 */
final class Roca {

    private static final BigInteger GENERATOR = BigInteger.valueOf(65537);
    private static final int[] PRIMES = {11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157};

    private Roca() {}

    static boolean marks(BigInteger modulus) {
        for (int prime : PRIMES) {
            if (!isPowerOfGenerator(modulus, prime)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPowerOfGenerator(BigInteger modulus, int prime) {
        int wanted = modulus.mod(BigInteger.valueOf(prime)).intValue();
        int step = GENERATOR.mod(BigInteger.valueOf(prime)).intValue();
        int power = 1;
        do {
            if (power == wanted) {
                return true;
            }
            power = power * step % prime;
        } while (power != 1);
        return false;
    }
}
