package dev.signet.jose.jwk;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAPublicKeySpec;
import java.util.LinkedHashMap;
import java.util.Map;

/** An RSA public key (RFC 7518 §6.3.1) of 2048 to 8192 bits. */
public record RsaMembers(BigInteger modulus, BigInteger exponent) implements PublicMembers {

    private static final int MIN_BITS = 2048;
    /** Verification with a longer key would cost this service milliseconds and the sender nothing. */
    private static final int MAX_BITS = 8192;

    private static final int MAX_EXPONENT_BITS = 32;

    public RsaMembers {
        if (modulus.bitLength() < MIN_BITS) {
            throw new InvalidJwkException("the RSA key is shorter than " + MIN_BITS + " bits");
        }
        if (modulus.bitLength() > MAX_BITS) {
            throw new InvalidJwkException("the RSA key is longer than " + MAX_BITS + " bits");
        }
        if (exponent.compareTo(BigInteger.TWO) <= 0
                || !exponent.testBit(0)
                || exponent.bitLength() > MAX_EXPONENT_BITS) {
            throw new InvalidJwkException("the RSA exponent is not an odd number from 3 to 2^32 - 1");
        }
        if (!modulus.testBit(0) || Roca.isVulnerable(modulus)) {
            throw new InvalidJwkException("the RSA modulus is weak");
        }
    }

    /** Returns the members of a public key. */
    public static RsaMembers of(RSAPublicKey key) {
        return new RsaMembers(key.getModulus(), key.getPublicExponent());
    }

    static RsaMembers read(Map<String, ?> jwk) {
        return new RsaMembers(JwkReader.unsigned(jwk, "n"), JwkReader.unsigned(jwk, "e"));
    }

    @Override
    public Map<String, String> members() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("n", Unsigned.encode(modulus));
        members.put("e", Unsigned.encode(exponent));
        return members;
    }

    @Override
    public PublicKey key(KeyFactory factory) throws InvalidKeySpecException {
        return factory.generatePublic(new RSAPublicKeySpec(modulus, exponent));
    }
}
