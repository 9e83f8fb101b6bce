package dev.signet.support.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Key of a client, with valid and invalid DPoP proofs (RFC 9449 §4.2). */
public final class ProofKey {

    private final KeyPair pair;

    public ProofKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public Map<String, Object> jwk() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        Map<String, Object> jwk = new LinkedHashMap<>();
        jwk.put("crv", "P-256");
        jwk.put("kty", "EC");
        jwk.put("x", base64(octets(key.getW().getAffineX())));
        jwk.put("y", base64(octets(key.getW().getAffineY())));
        return jwk;
    }

    public String thumbprint() {
        return base64(sha256(json(jwk())));
    }

    /** Returns a proof for {@code POST} of a URL. */
    public String proof(String url) {
        return sign(header(), claims("POST", url));
    }

    /** Returns a proof for a request with an access token. */
    public String proof(String method, String url, String accessToken) {
        Map<String, Object> claims = claims(method, url);
        claims.put("ath", hash(accessToken));
        return sign(header(), claims);
    }

    /** Returns the {@code ath} of an access token. */
    public static String hash(String accessToken) {
        return base64(sha256(accessToken));
    }

    public Map<String, Object> header() {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("typ", "dpop+jwt");
        header.put("alg", "ES256");
        header.put("jwk", jwk());
        return header;
    }

    public static Map<String, Object> claims(String method, String url) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("htm", method);
        claims.put("htu", url);
        claims.put("iat", Instant.now().getEpochSecond());
        return claims;
    }

    public String sign(Map<String, ?> header, Map<String, ?> claims) {
        String input = base64(json(header).getBytes(StandardCharsets.UTF_8)) + "."
                + base64(json(claims).getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] octets(BigInteger value) {
        byte[] signed = value.toByteArray();
        byte[] octets = new byte[32];
        byte[] digits = Arrays.copyOfRange(signed, Math.max(0, signed.length - 32), signed.length);
        System.arraycopy(digits, 0, octets, 32 - digits.length, digits.length);
        return octets;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String json(Map<String, ?> members) {
        try {
            return new ObjectMapper().writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
