package dev.signet.jose.jwk;

import dev.signet.jose.json.Base64Url;
import dev.signet.jose.json.JsonText;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The public half of a signing key as a JSON Web Key (RFC 7517). Every instance is valid: its size is allowed and its
 * point is on the curve.
 */
public final class Jwk {

    private final JwsAlgorithm algorithm;
    private final String algorithmName;
    private final String kid;
    private final PublicMembers material;
    private final Map<String, Object> members;

    private Jwk(JwsAlgorithm algorithm, String algorithmName, String kid, PublicMembers material) {
        this.algorithm = algorithm;
        this.algorithmName = algorithmName;
        this.kid = kid;
        this.material = material;
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("kty", algorithm.keyType());
        all.put("kid", kid);
        all.put("use", "sig");
        all.put("alg", algorithmName);
        all.putAll(material.members());
        this.members = Collections.unmodifiableMap(all);
    }

    /** Creates the JWK of a key of this installation; its {@code kid} is its thumbprint. */
    public static Jwk of(JwsAlgorithm algorithm, PublicMembers material) {
        return new Jwk(algorithm, algorithm.wireName(), thumbprint(algorithm, material), material);
    }

    static Jwk of(JwsAlgorithm algorithm, String algorithmName, String kid, PublicMembers material) {
        return new Jwk(algorithm, algorithmName, kid, material);
    }

    /**
     * Parses a public key.
     *
     * @throws InvalidJwkException if it is malformed, weak or private, or is not for verification with a supported
     *     algorithm
     */
    public static Jwk parse(String json) {
        return JwkReader.read(json);
    }

    /**
     * Reads a public key from a JSON object that is already parsed.
     *
     * @throws InvalidJwkException as {@link #parse(String)}
     */
    public static Jwk parse(Map<String, ?> members) {
        return JwkReader.read(members);
    }

    public String kid() {
        return kid;
    }

    public JwsAlgorithm algorithm() {
        return algorithm;
    }

    /**
     * Returns the only {@code alg} that a token with this key may have: {@code EdDSA} if the key itself uses that
     * deprecated name.
     */
    public String algorithmName() {
        return algorithmName;
    }

    public PublicMembers material() {
        return material;
    }

    /** Returns the public members in the order in which they are published. */
    public Map<String, Object> members() {
        return members;
    }

    public String toJson() {
        return JsonText.of(members);
    }

    /** Returns the RFC 7638 thumbprint: SHA-256 over the required members in lexicographic order, in base64url. */
    public String thumbprint() {
        return thumbprint(algorithm, material);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Jwk jwk && members.equals(jwk.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return "Jwk[" + kid + "]";
    }

    static String thumbprint(JwsAlgorithm algorithm, PublicMembers material) {
        Map<String, Object> required = new TreeMap<>(material.members());
        required.put("kty", algorithm.keyType());
        if (algorithm == JwsAlgorithm.ML_DSA_65) {
            // The algorithm is a required member of an AKP key (RFC 9964 §6).
            required.put("alg", algorithm.wireName());
        }
        try {
            byte[] json = JsonText.of(required).getBytes(StandardCharsets.UTF_8);
            return Base64Url.encodeToString(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
