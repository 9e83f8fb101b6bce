package dev.signet.jose;

import dev.signet.jose.json.JsonReader;
import dev.signet.jose.json.JsonText;
import dev.signet.jose.json.JsonValue;
import dev.signet.jose.json.MalformedInputException;
import dev.signet.jose.json.NumericDate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JWT claims set (RFC 7519 §4): an immutable JSON object. */
public final class ClaimsSet {

    private final Map<String, Object> claims;

    private ClaimsSet(Map<String, Object> claims) {
        this.claims = claims;
    }

    public static Builder builder() {
        return new Builder();
    }

    static ClaimsSet parse(byte[] json) throws MalformedInputException {
        return parse(json, false);
    }

    static ClaimsSet parse(byte[] json, boolean nullMembers) throws MalformedInputException {
        return new ClaimsSet(JsonReader.object(json, nullMembers));
    }

    public boolean has(String name) {
        return claims.containsKey(name);
    }

    /** Returns the claim if it is a string. */
    public Optional<String> string(String name) {
        return claims.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** Returns the claim if it is a whole number. */
    public Optional<Long> number(String name) {
        return claims.get(name) instanceof Long number ? Optional.of(number) : Optional.empty();
    }

    /** Returns the claim if it is a NumericDate in whole seconds from 1970 to the year 9999 (RFC 7519 §2). */
    public Optional<Instant> instant(String name) {
        return number(name).filter(NumericDate::isInRange).map(Instant::ofEpochSecond);
    }

    /** Returns true if the claim is {@code true}. */
    public boolean isTrue(String name) {
        return Boolean.TRUE.equals(claims.get(name));
    }

    /**
     * Returns the claim as a list if it is a string or an array that contains only strings, like {@code aud}; otherwise
     * an empty list.
     */
    public List<String> strings(String name) {
        Object value = claims.get(name);
        if (value instanceof String text) {
            return List.of(text);
        }
        if (!(value instanceof List<?> elements)) {
            return List.of();
        }
        List<String> strings = new ArrayList<>(elements.size());
        for (Object element : elements) {
            if (!(element instanceof String text)) {
                return List.of();
            }
            strings.add(text);
        }
        return Collections.unmodifiableList(strings);
    }

    public Map<String, Object> asMap() {
        return claims;
    }

    public String toJson() {
        return JsonText.of(claims);
    }

    /** Starts another claims set with these claims. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.claims.putAll(claims);
        return builder;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClaimsSet otherSet && claims.equals(otherSet.claims);
    }

    @Override
    public int hashCode() {
        return claims.hashCode();
    }

    /** Shows only the names: the values may be personal data. */
    @Override
    public String toString() {
        return "ClaimsSet" + claims.keySet();
    }

    /** Collects claims in the order in which they are written. */
    public static final class Builder {

        private final Map<String, Object> claims = new LinkedHashMap<>();

        private Builder() {}

        public Builder claim(String name, String value) {
            return put(name, value);
        }

        public Builder claim(String name, long value) {
            return put(name, value);
        }

        public Builder claim(String name, boolean value) {
            return put(name, value);
        }

        public Builder claim(String name, List<String> value) {
            return put(name, List.copyOf(value));
        }

        /** Adds a NumericDate in whole seconds; fractions are cut off. */
        public Builder claim(String name, Instant value) {
            return put(name, value.getEpochSecond());
        }

        public Builder claim(String name, Map<String, ?> value) {
            return put(name, JsonValue.copyOf(value));
        }

        public Builder objects(String name, List<? extends Map<String, ?>> value) {
            return put(name, value.stream().map(JsonValue::copyOf).toList());
        }

        public ClaimsSet build() {
            return new ClaimsSet(Collections.unmodifiableMap(new LinkedHashMap<>(claims)));
        }

        private Builder put(String name, Object value) {
            if (claims.put(name, value) != null) {
                throw new IllegalArgumentException("claim " + name + " is already set");
            }
            return this;
        }
    }
}
