package dev.signet.jose.jwk;

import dev.signet.jose.json.JsonReader;
import dev.signet.jose.json.JsonText;
import dev.signet.jose.json.MalformedInputException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A JWK Set (RFC 7517 §5) of public keys; each {@code kid} occurs once. */
public record JwkSet(List<Jwk> keys) {

    private static final int MAX_LENGTH = 256 * 1024;
    private static final int MAX_KEYS = 100;

    public JwkSet {
        keys = List.copyOf(keys);
        Set<String> kids = new HashSet<>();
        for (Jwk key : keys) {
            if (!kids.add(key.kid())) {
                throw new InvalidJwkException("the JWK Set has two keys with the same kid");
            }
        }
    }

    /**
     * Parses a published set; skips keys that Signet cannot use, as RFC 7517 §5 recommends.
     *
     * @throws InvalidJwkException if the document is malformed or a {@code kid} occurs twice
     */
    public static JwkSet parse(String json) {
        if (json.length() > MAX_LENGTH) {
            throw new InvalidJwkException("the JWK Set is longer than " + MAX_LENGTH + " characters");
        }
        try {
            return parse(JsonReader.object(json));
        } catch (MalformedInputException e) {
            throw new InvalidJwkException("JWK Set: " + e.detail());
        }
    }

    /**
     * Reads a set from a JSON object that is already parsed.
     *
     * @throws InvalidJwkException as {@link #parse(String)}
     */
    public static JwkSet parse(Map<String, ?> document) {
        if (!(document.get("keys") instanceof List<?> elements) || elements.size() > MAX_KEYS) {
            throw new InvalidJwkException("the JWK Set must have an array of at most " + MAX_KEYS + " keys");
        }
        List<Jwk> keys = new ArrayList<>();
        for (Object element : elements) {
            usable(element).ifPresent(keys::add);
        }
        return new JwkSet(keys);
    }

    @SuppressWarnings("unchecked")
    private static Optional<Jwk> usable(Object element) {
        if (!(element instanceof Map<?, ?> members)) {
            throw new InvalidJwkException("the JWK Set has a key that is not an object");
        }
        try {
            return Optional.of(Jwk.parse((Map<String, Object>) members));
        } catch (InvalidJwkException unusable) {
            return Optional.empty();
        }
    }

    public Optional<Jwk> find(String kid) {
        return keys.stream().filter(key -> key.kid().equals(kid)).findFirst();
    }

    public String toJson() {
        return JsonText.of(Map.of("keys", keys.stream().map(Jwk::members).toList()));
    }
}
