package dev.signet.clients.keyset;

import dev.signet.jose.SignatureEngine;
import dev.signet.jose.VerificationKey;
import dev.signet.jose.VerificationKeys;
import dev.signet.jose.jwk.InvalidJwkException;
import dev.signet.jose.jwk.Jwk;
import dev.signet.jose.jwk.JwkSet;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keys of a JWK Set (RFC 7517 §5) of a client. */
public final class PublicKeySet implements VerificationKeys {

    /** The empty set. */
    public static final PublicKeySet EMPTY = new PublicKeySet(Map.of());

    private static final List<String> SECRET_MEMBERS =
            List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv", "seed");

    private final Map<String, VerificationKey> keys;

    private PublicKeySet(Map<String, VerificationKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /**
     * Parses a {@code jwks} that was registered by value (RFC 7591 §2).
     *
     * @throws IllegalArgumentException if it is not a JWK Set, or if one of its keys is private
     */
    public static PublicKeySet parseRegistered(Map<String, ?> jwks, SignatureEngine engine) {
        if (jwks.get("keys") instanceof List<?> keys && keys.stream().anyMatch(PublicKeySet::isSecret)) {
            throw new IllegalArgumentException("a key of the set has a private or symmetric member");
        }
        return of(JwkSet.parse(jwks), engine);
    }

    /**
     * Parses a published set.
     *
     * @throws IllegalArgumentException if it is not a JWK Set
     */
    public static PublicKeySet parsePublished(String json, SignatureEngine engine) {
        return of(JwkSet.parse(json), engine);
    }

    private static PublicKeySet of(JwkSet set, SignatureEngine engine) {
        Map<String, VerificationKey> keys = new HashMap<>();
        for (Jwk jwk : set.keys()) {
            if (!jwk.algorithm().isClassic()) {
                continue;
            }
            try {
                keys.put(jwk.kid(), engine.verificationKey(jwk));
            } catch (InvalidJwkException unusable) {
                // Omitted like a key of an unsupported algorithm (RFC 7517 §5).
            }
        }
        return new PublicKeySet(keys);
    }

    private static boolean isSecret(Object key) {
        return key instanceof Map<?, ?> members && SECRET_MEMBERS.stream().anyMatch(members::containsKey);
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    @Override
    public @Nullable VerificationKey find(String kid) {
        return keys.get(kid);
    }

    @Override
    public @Nullable VerificationKey onlyKey() {
        return keys.size() == 1 ? keys.values().iterator().next() : null;
    }
}
