package dev.signet.jose;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import static dev.signet.jose.JwtRejectedException.Reason.ALGORITHM;
import static dev.signet.jose.JwtRejectedException.Reason.CRITICAL;
import static dev.signet.jose.JwtRejectedException.Reason.MALFORMED;

/** A JOSE header of a signed token (RFC 7515 section 4) that asks for nothing Signet does not do. */
public final class JwsHeader {

    /** Parameters that bring their own key, fetch one, or change what is signed. */
    private static final List<String> REFUSED = List.of("jku", "jwk", "x5u", "x5c", "zip", "b64", "enc", "epk");

    private static final List<String> REFUSED_BESIDE_KEY =
            REFUSED.stream().filter(name -> !name.equals("jwk")).toList();

    private final String alg;
    private final Map<String, Object> members;

    private JwsHeader(String alg, Map<String, Object> members) {
        this.alg = alg;
        this.members = members;
    }

    static JwsHeader of(byte[] json) throws JwtRejectedException {
        return of(json, REFUSED);
    }

    /** A header that brings its key, as that of a proof that somebody holds a key does and no other. */
    static JwsHeader withKey(byte[] json) throws JwtRejectedException {
        JwsHeader header = of(json, REFUSED_BESIDE_KEY);
        if (header.key().isEmpty()) {
            throw new JwtRejectedException(MALFORMED, "header parameter jwk is missing or not an object");
        }
        return header;
    }

    private static JwsHeader of(byte[] json, List<String> refusedParameters) throws JwtRejectedException {
        Map<String, Object> members;
        try {
            members = JsonReader.object(json);
        } catch (MalformedInputException e) {
            throw new JwtRejectedException(MALFORMED, "header: " + e.detail());
        }
        if (members.containsKey("crit")) {
            throw new JwtRejectedException(CRITICAL, "crit names an extension, but Signet supports none");
        }
        for (String refused : refusedParameters) {
            if (members.containsKey(refused)) {
                throw new JwtRejectedException(MALFORMED, "header parameter " + refused + " is not accepted");
            }
        }
        for (String text : List.of("kid", "typ", "cty")) {
            if (members.containsKey(text) && !(members.get(text) instanceof String)) {
                throw new JwtRejectedException(MALFORMED, "header parameter " + text + " is not a string");
            }
        }
        if (!(members.get("alg") instanceof String alg)) {
            throw new JwtRejectedException(ALGORITHM, "alg is missing or not a string");
        }
        return new JwsHeader(alg, members);
    }

    public String alg() {
        return alg;
    }

    public Optional<String> kid() {
        return Optional.ofNullable((String) members.get("kid"));
    }

    public Optional<String> typ() {
        return Optional.ofNullable((String) members.get("typ"));
    }

    /** The parameter {@code jwk} if it is an object; else empty. */
    Map<String, Object> key() {
        return members.get("jwk") instanceof Map<?, ?> key ? JsonValue.copyOf(key) : Map.of();
    }

    /** All parameters as they were read. */
    public Map<String, Object> members() {
        return members;
    }
}
