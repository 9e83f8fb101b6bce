package dev.signet.jose.jwk;

import dev.signet.jose.json.Base64Url;
import dev.signet.jose.json.JsonReader;
import dev.signet.jose.json.MalformedInputException;
import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Reads a JWK (RFC 7517 §4) and validates that it is public, intended for verification and of a supported type.
 */
final class JwkReader {

    /** Enough for an 8192-bit RSA key with a certificate chain. */
    private static final int MAX_LENGTH = 32 * 1024;

    private static final int MAX_KID = 256;
    private static final List<String> PRIVATE = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv", "seed");

    private JwkReader() {}

    static Jwk read(String json) {
        if (json.length() > MAX_LENGTH) {
            throw new InvalidJwkException("the JWK is longer than " + MAX_LENGTH + " characters");
        }
        try {
            return read(JsonReader.object(json));
        } catch (MalformedInputException e) {
            throw new InvalidJwkException("JWK: " + e.detail());
        }
    }

    static Jwk read(Map<String, ?> jwk) {
        for (String secret : PRIVATE) {
            if (jwk.containsKey(secret)) {
                throw new InvalidJwkException("the JWK has the private or symmetric member " + secret);
            }
        }
        requireSignatureUse(jwk);
        JwsAlgorithm algorithm = algorithm(jwk);
        PublicMembers material = switch (algorithm) {
            case RS256 -> RsaMembers.read(jwk);
            case ES256 -> P256Members.read(jwk);
            case ED25519 -> Ed25519Members.read(jwk);
            case ML_DSA_65 -> MlDsaMembers.read(jwk);
        };
        String alg = text(jwk, "alg");
        String kid = text(jwk, "kid");
        if (kid != null && (kid.isEmpty() || kid.length() > MAX_KID)) {
            throw new InvalidJwkException("kid is empty or longer than " + MAX_KID + " characters");
        }
        return Jwk.of(
                algorithm,
                alg == null ? algorithm.wireName() : alg,
                kid == null ? Jwk.thumbprint(algorithm, material) : kid,
                material);
    }

    private static void requireSignatureUse(Map<String, ?> jwk) {
        String use = text(jwk, "use");
        if (use != null && !use.equals("sig")) {
            throw new InvalidJwkException("use is not sig");
        }
        Object operations = jwk.get("key_ops");
        if (operations != null && !(operations instanceof List<?> list && list.contains("verify"))) {
            throw new InvalidJwkException("key_ops does not contain verify");
        }
    }

    private static JwsAlgorithm algorithm(Map<String, ?> jwk) {
        String kty = text(jwk, "kty");
        String crv = text(jwk, "crv");
        JwsAlgorithm algorithm;
        if ("RSA".equals(kty)) {
            algorithm = JwsAlgorithm.RS256;
        } else if ("EC".equals(kty) && P256.CRV.equals(crv)) {
            algorithm = JwsAlgorithm.ES256;
        } else if ("OKP".equals(kty) && Ed25519Members.CRV.equals(crv)) {
            algorithm = JwsAlgorithm.ED25519;
        } else if (JwsAlgorithm.ML_DSA_65.keyType().equals(kty)
                && JwsAlgorithm.ML_DSA_65.wireName().equals(text(jwk, "alg"))) {
            // For this key type alg has the role of crv, so it is required (RFC 9964 §3).
            algorithm = JwsAlgorithm.ML_DSA_65;
        } else {
            throw new InvalidJwkException("kty and crv are not a supported key type");
        }
        String alg = text(jwk, "alg");
        boolean oldName = algorithm == JwsAlgorithm.ED25519 && JwsAlgorithm.EDDSA.equals(alg);
        if (alg != null && !alg.equals(algorithm.wireName()) && !oldName) {
            throw new InvalidJwkException("alg does not fit the key type or is not supported");
        }
        return algorithm;
    }

    static BigInteger unsigned(Map<String, ?> jwk, String name) {
        byte[] octets = octets(jwk, name);
        if (octets.length == 0 || octets[0] == 0) {
            throw new InvalidJwkException(name + " is empty or starts with a zero octet");
        }
        return new BigInteger(1, octets);
    }

    static byte[] octets(Map<String, ?> jwk, String name, int length) {
        byte[] octets = octets(jwk, name);
        if (octets.length != length) {
            throw new InvalidJwkException(name + " is not " + length + " octets long");
        }
        return octets;
    }

    private static byte[] octets(Map<String, ?> jwk, String name) {
        String text = text(jwk, name);
        if (text == null) {
            throw new InvalidJwkException(name + " is missing");
        }
        try {
            return Base64Url.decode(text);
        } catch (MalformedInputException e) {
            throw new InvalidJwkException(name + ": " + e.detail());
        }
    }

    private static @Nullable String text(Map<String, ?> jwk, String name) {
        Object value = jwk.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new InvalidJwkException(name + " is not a string");
    }
}
