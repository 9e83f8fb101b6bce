package dev.signet.oauth.request;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Parameters of an authorization request, from any source. A parameter without a value counts as absent (RFC 6749
 * §3.1). Repeated parameters are stored, because they are rejected only after the redirect URI is verified.
 */
public final class RequestParameters {

    static final String RESOURCE = "resource";

    private final Map<String, List<String>> values;

    private RequestParameters(Map<String, List<String>> values) {
        this.values = values;
    }

    public static RequestParameters of(Map<String, List<String>> raw) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        raw.forEach((name, all) -> {
            List<String> present =
                    all.stream().filter(value -> !value.isEmpty()).toList();
            if (!present.isEmpty()) {
                values.put(name, present);
            }
        });
        return new RequestParameters(values);
    }

    /** Parses the text of {@link #toText}. */
    public static RequestParameters parse(String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : text.isEmpty() ? List.<String>of() : List.of(text.split("&"))) {
            int equals = pair.indexOf('=');
            values.computeIfAbsent(decode(pair.substring(0, equals)), name -> new ArrayList<>())
                    .add(decode(pair.substring(equals + 1)));
        }
        return new RequestParameters(values);
    }

    /** Returns the parameters encoded as a query. */
    public String toText() {
        return values.entrySet().stream()
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> encode(parameter.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Returns the value of a parameter that occurs exactly once; otherwise empty. */
    public Optional<String> single(String name) {
        List<String> all = values.get(name);
        return all == null || all.size() > 1 ? Optional.empty() : Optional.of(all.get(0));
    }

    public @Nullable String singleOrNull(String name) {
        return single(name).orElse(null);
    }

    /** Returns the values of {@code resource}, the only parameter that may be repeated (RFC 8707 §2). */
    List<String> resources() {
        return values.getOrDefault(RESOURCE, List.of());
    }

    /** Returns whether another parameter than {@code resource} is repeated (RFC 6749 §3.1). */
    boolean hasRepeatedParameter() {
        return values.entrySet().stream()
                .anyMatch(parameter ->
                        parameter.getValue().size() > 1 && !parameter.getKey().equals(RESOURCE));
    }

    boolean hasValueLongerThan(int length) {
        return values.values().stream().anyMatch(all -> all.stream().anyMatch(value -> value.length() > length));
    }

    /** Returns whether a value contains a control character, which no parameter may contain. */
    boolean hasControlCharacter() {
        return values.values().stream()
                .anyMatch(all -> all.stream().anyMatch(value -> value.chars().anyMatch(Character::isISOControl)));
    }

    RequestParameters with(String name, String value) {
        Map<String, List<String>> extended = new LinkedHashMap<>(values);
        extended.put(name, List.of(value));
        return new RequestParameters(extended);
    }

    RequestParameters without(Set<String> names) {
        Map<String, List<String>> remaining = new LinkedHashMap<>(values);
        remaining.keySet().removeAll(names);
        return new RequestParameters(remaining);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Returns the names only, because values are personal data. */
    @Override
    public String toString() {
        return "RequestParameters" + values.keySet();
    }
}
