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
 * The parameters of an authorization request, wherever they came from. One without a value counts as absent (RFC 6749 §3.1), and
 * which one stands twice is remembered until it is known who may be told so.
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

    /** Reads what {@link #toText} wrote. */
    public static RequestParameters parse(String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : text.isEmpty() ? List.<String>of() : List.of(text.split("&"))) {
            int equals = pair.indexOf('=');
            values.computeIfAbsent(decode(pair.substring(0, equals)), name -> new ArrayList<>())
                    .add(decode(pair.substring(equals + 1)));
        }
        return new RequestParameters(values);
    }

    /** As a query. */
    public String toText() {
        return values.entrySet().stream()
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> encode(parameter.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value, if there is exactly one. */
    public Optional<String> one(String name) {
        List<String> all = values.get(name);
        return all == null || all.size() > 1 ? Optional.empty() : Optional.of(all.get(0));
    }

    public @Nullable String orNull(String name) {
        return one(name).orElse(null);
    }

    /** The values of the one parameter that may stand more than once (RFC 8707 §2). */
    List<String> resources() {
        return values.getOrDefault(RESOURCE, List.of());
    }

    /** Whether another parameter stands more than once (RFC 6749 §3.1). */
    boolean hasRepeated() {
        return values.entrySet().stream()
                .anyMatch(parameter ->
                        parameter.getValue().size() > 1 && !parameter.getKey().equals(RESOURCE));
    }

    boolean hasLongerThan(int length) {
        return values.values().stream().anyMatch(all -> all.stream().anyMatch(value -> value.length() > length));
    }

    /** Whether a value holds what no parameter may: a control character. */
    boolean hasControlCharacter() {
        return values.values().stream()
                .anyMatch(all -> all.stream().anyMatch(value -> value.chars().anyMatch(Character::isISOControl)));
    }

    RequestParameters with(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(values);
        more.put(name, List.of(value));
        return new RequestParameters(more);
    }

    RequestParameters without(Set<String> names) {
        Map<String, List<String>> rest = new LinkedHashMap<>(values);
        rest.keySet().removeAll(names);
        return new RequestParameters(rest);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The names alone: values are somebody's. */
    @Override
    public String toString() {
        return "RequestParameters" + values.keySet();
    }
}
