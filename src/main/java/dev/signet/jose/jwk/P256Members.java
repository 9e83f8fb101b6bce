package dev.signet.jose.jwk;

import dev.signet.jose.json.Base64Url;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A point on P-256 (RFC 7518 §6.2.1, SP 800-56A §5.6.2.3.3). The cofactor is one, so checking that it is
 * on the curve is sufficient.
 */
public record P256Members(BigInteger x, BigInteger y) implements PublicMembers {

    public P256Members {
        if (!P256.hasPoint(x, y)) {
            throw new InvalidJwkException("the EC key is not a point on P-256");
        }
    }

    /** Returns the members of a public key. */
    public static P256Members of(ECPublicKey key) {
        return new P256Members(key.getW().getAffineX(), key.getW().getAffineY());
    }

    static P256Members read(Map<String, ?> jwk) {
        return new P256Members(
                new BigInteger(1, JwkReader.octets(jwk, "x", P256.BYTES)),
                new BigInteger(1, JwkReader.octets(jwk, "y", P256.BYTES)));
    }

    @Override
    public Map<String, String> members() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("crv", P256.CRV);
        members.put("x", Base64Url.encodeToString(Unsigned.octets(x, P256.BYTES)));
        members.put("y", Base64Url.encodeToString(Unsigned.octets(y, P256.BYTES)));
        return members;
    }

    @Override
    public PublicKey key(KeyFactory factory) throws InvalidKeySpecException {
        return factory.generatePublic(new ECPublicKeySpec(new ECPoint(x, y), P256.PARAMETERS));
    }
}
