package dev.signet.jose;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON objects that are a parameter's value: read as strictly as a token's, but that a member may be null. */
public final class JsonObject {

    private JsonObject() {}

    /** The members, in maps, lists, strings, {@code Long}s, {@code Double}s and booleans; empty if it is not well-formed. */
    public static Optional<Map<String, Object>> parse(String json) {
        try {
            return Optional.of(JsonReader.object(json, true));
        } catch (MalformedInputException e) {
            return Optional.empty();
        }
    }

    /** Returns whether a value is or contains null, at any depth. */
    public static boolean holdsNull(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return members.values().stream().anyMatch(JsonObject::holdsNull);
        }
        return value instanceof List<?> elements ? elements.stream().anyMatch(JsonObject::holdsNull) : value == null;
    }

    /** Writes an object of a verified token. */
    public static String write(Map<String, ?> members) {
        return JsonText.of(members);
    }
}
