package dev.signet.jose.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Deep immutable copies of JSON values, with the types that {@link JsonReader} returns. */
public final class JsonValue {

    private JsonValue() {}

    /** Copies members deeply. */
    public static Map<String, Object> copyOf(Map<?, ?> members) {
        Map<String, Object> copy = new LinkedHashMap<>();
        members.forEach((name, value) -> copy.put((String) name, copyOf(value)));
        return Collections.unmodifiableMap(copy);
    }

    private static Object copyOf(Object value) {
        if (value instanceof Map<?, ?> members) {
            return copyOf(members);
        }
        if (value instanceof List<?> elements) {
            return elements.stream().map(JsonValue::copyOf).toList();
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof String || value instanceof Long || value instanceof Double || value instanceof Boolean) {
            return value;
        }
        throw new IllegalArgumentException(
                "cannot encode as JSON: " + value.getClass().getName());
    }
}
