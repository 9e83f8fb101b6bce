package dev.signet.jose;

import java.util.List;
import java.util.Optional;

/** The signature algorithms Signet signs with and accepts (RFC 7518 section 3.1, RFC 9864 section 2.2, RFC 9964 section 5). */
public enum JwsAlgorithm {
    RS256("RS256", "RSA"),
    ES256("ES256", "EC"),
    ED25519("Ed25519", "OKP"),
    /** Only where the runtime has it, and only for what Signet signs: its signatures are 3309 octets long. */
    ML_DSA_65("ML-DSA-65", "AKP");

    /** The polymorphic name of RFC 8037 that RFC 9864 deprecates. */
    static final String EDDSA = "EdDSA";

    /** Those with short signatures, which every runtime has and which clients may sign with. */
    public static final List<JwsAlgorithm> CLASSIC = List.of(RS256, ES256, ED25519);

    private final String wireName;
    private final String keyType;

    JwsAlgorithm(String wireName, String keyType) {
        this.wireName = wireName;
        this.keyType = keyType;
    }

    /** The value of the {@code alg} member, for example {@code Ed25519}. */
    public String wireName() {
        return wireName;
    }

    /** The value of the {@code kty} member of this algorithm's keys. */
    String keyType() {
        return keyType;
    }

    public boolean isClassic() {
        return CLASSIC.contains(this);
    }

    /** What a client may sign with, by their names in {@code alg}. */
    public static List<String> classicNames() {
        return CLASSIC.stream().map(JwsAlgorithm::wireName).toList();
    }

    /** The algorithm a JOSE header names; exact names only, so {@code none}, HMAC and aliases are empty. */
    public static Optional<JwsAlgorithm> ofHeader(String name) {
        for (JwsAlgorithm algorithm : values()) {
            if (algorithm.wireName.equals(name)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /**
     * The algorithm a person wrote into a setting; {@code EdDSA} is taken for {@code Ed25519}.
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
