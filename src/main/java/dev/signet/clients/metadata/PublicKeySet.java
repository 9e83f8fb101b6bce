package dev.signet.clients.metadata;

import dev.signet.jose.JwkSet;

import java.util.List;
import java.util.Map;

/** Reads a {@code jwks} by value (RFC 7591 §2). */
public final class PublicKeySet {

    private static final List<String> SECRET = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv", "seed");

    private PublicKeySet() {}

    /**
     * The keys of it that Signet can verify with.
     *
     * @throws IllegalArgumentException if it is not a JWK Set, or if one of its keys is not public: whoever sends us a private key
     *     has to be told, not helped
     */
    public static JwkSet read(Map<String, ?> jwks) {
        if (jwks.get("keys") instanceof List<?> keys && keys.stream().anyMatch(PublicKeySet::isSecret)) {
            throw new IllegalArgumentException("a key of the set has a private or symmetric member");
        }
        return JwkSet.parse(jwks);
    }

    private static boolean isSecret(Object key) {
        return key instanceof Map<?, ?> members && SECRET.stream().anyMatch(members::containsKey);
    }
}
