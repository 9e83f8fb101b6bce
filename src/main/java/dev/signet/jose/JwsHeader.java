package dev.signet.jose;

import dev.signet.jose.json.JsonReader;
import dev.signet.jose.json.JsonValue;
import dev.signet.jose.json.MalformedInputException;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import static dev.signet.jose.JwtRejectedException.Reason.ALGORITHM;
import static dev.signet.jose.JwtRejectedException.Reason.CRITICAL;
import static dev.signet.jose.JwtRejectedException.Reason.MALFORMED;

/** The JOSE header of a signed token (RFC 7515 §4) without parameters that Signet does not support. */
public final class JwsHeader {

    /** Parameters that contain or reference a key or change the signed content. */
    private static final List<String> REJECTED = List.of("jku", "jwk", "x5u", "x5c", "zip", "b64", "enc", "epk");

    private static final List<String> REJECTED_WITH_KEY =
            REJECTED.stream().filter(name -> !name.equals("jwk")).toList();

    private final String alg;
    private final Map<String, Object> members;

    private JwsHeader(String alg, Map<String, Object> members) {
        this.alg = alg;
        this.members = members;
    }

    static JwsHeader of(byte[] json) throws JwtRejectedException {
        return of(json, REJECTED);
    }

    /**
     * Parses a header that contains its key, which only the header of a proof of possession may do.
     *
     * @throws JwtRejectedException if there is no such key
     */
    static JwsHeader withKey(byte[] json) throws JwtRejectedException {
        JwsHeader header = of(json, REJECTED_WITH_KEY);
        if (header.key().isEmpty()) {
            throw new JwtRejectedException(MALFORMED, "header parameter jwk is missing or not an object");
        }
        return header;
    }

    private static JwsHeader of(byte[] json, List<String> rejectedParameters) throws JwtRejectedException {
        Map<String, Object> members;
        try {
            members = JsonReader.object(json);
        } catch (MalformedInputException e) {
            throw new JwtRejectedException(MALFORMED, "header: " + e.detail());
        }
        if (members.containsKey("crit")) {
            throw new JwtRejectedException(CRITICAL, "crit names an extension, but Signet supports none");
        }
        for (String rejected : rejectedParameters) {
            if (members.containsKey(rejected)) {
                throw new JwtRejectedException(MALFORMED, "header parameter " + rejected + " is not accepted");
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

    /** Returns the parameter {@code jwk} if it is an object; otherwise an empty map. */
    Map<String, Object> key() {
        return members.get("jwk") instanceof Map<?, ?> key ? JsonValue.copyOf(key) : Map.of();
    }

    /** Returns all parameters unchanged. */
    public Map<String, Object> members() {
        return members;
    }
}
