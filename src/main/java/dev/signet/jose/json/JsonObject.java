package dev.signet.jose.json;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON objects in request parameters: parsed as strictly as those of tokens, except that members may be null. */
public final class JsonObject {

    private JsonObject() {}

    /**
     * Parses an object into maps, lists, strings, {@code Long}s, {@code Double}s and booleans; returns empty if it is
     * malformed.
     */
    public static Optional<Map<String, Object>> parse(String json) {
        try {
            return Optional.of(JsonReader.object(json, true));
        } catch (MalformedInputException e) {
            return Optional.empty();
        }
    }

    /** Returns true if a value is or contains null at any depth. */
    public static boolean containsNull(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return members.values().stream().anyMatch(JsonObject::containsNull);
        }
        return value instanceof List<?> elements ? elements.stream().anyMatch(JsonObject::containsNull) : value == null;
    }

    /** Encodes an object of a verified token. */
    public static String write(Map<String, ?> members) {
        return JsonText.of(members);
    }
}
