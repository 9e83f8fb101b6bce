package dev.signet.jose;

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

    /** Writes what a verified token holds; it has no nulls. */
    public static String write(Map<String, ?> members) {
        return JsonText.of(members);
    }
}
