package dev.signet.jose.jwk;

import java.util.List;
import java.util.Optional;

/**
 * The signature algorithms that Signet signs with and accepts (RFC 7518 §3.1, RFC 9864 §2.2,
 * RFC 9964 §5).
 */
public enum JwsAlgorithm {
    RS256("RS256", "RSA"),
    ES256("ES256", "EC"),
    ED25519("Ed25519", "OKP"),
    /** Requires support by the runtime. Only Signet itself may sign with it: its signatures are 3309 octets long. */
    ML_DSA_65("ML-DSA-65", "AKP");

    /** The polymorphic name of RFC 8037, which RFC 9864 deprecates. */
    static final String EDDSA = "EdDSA";

    /** The algorithms with short signatures, which every runtime supports and which clients may sign with. */
    public static final List<JwsAlgorithm> CLASSIC = List.of(RS256, ES256, ED25519);

    private final String wireName;
    private final String keyType;

    JwsAlgorithm(String wireName, String keyType) {
        this.wireName = wireName;
        this.keyType = keyType;
    }

    /** Returns the value of the {@code alg} member, for example {@code Ed25519}. */
    public String wireName() {
        return wireName;
    }

    /** Returns the value of the {@code kty} member of keys of this algorithm. */
    public String keyType() {
        return keyType;
    }

    public boolean isClassic() {
        return CLASSIC.contains(this);
    }

    /** Returns the {@code alg} names of the algorithms that clients may sign with. */
    public static List<String> classicNames() {
        return CLASSIC.stream().map(JwsAlgorithm::wireName).toList();
    }

    /**
     * Returns the algorithm that a JOSE header names. Only exact names match, so {@code none}, HMAC and aliases are
     * empty.
     */
    public static Optional<JwsAlgorithm> ofHeader(String name) {
        for (JwsAlgorithm algorithm : values()) {
            if (algorithm.wireName.equals(name)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /**
     * Parses the algorithm in a setting; {@code EdDSA} means {@code Ed25519}.
     *
     * @throws IllegalArgumentException if Signet does not sign with that algorithm
     */
    public static JwsAlgorithm ofSetting(String name) {
        String trimmed = name.trim();
        if (trimmed.equals(EDDSA)) {
            return ED25519;
        }
        return ofHeader(trimmed)
                .orElseThrow(() -> new IllegalArgumentException("'" + trimmed
                        + "' is not a signature algorithm Signet supports; use RS256, ES256, Ed25519 or ML-DSA-65"));
    }
}
