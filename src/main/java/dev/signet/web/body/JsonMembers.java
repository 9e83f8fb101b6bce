package dev.signet.web.body;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.error.ServiceException;

import java.util.ArrayList;
import java.util.List;

/**
 * Values of the members of a body that are JSON nodes, because an absent member differs from a null one (RFC 7396).
 * Each method throws {@link ServiceException} {@code invalid_request} with the name of the member for any other type.
 */
public final class JsonMembers {

    private JsonMembers() {}

    /** Returns the value of a string. */
    public static String text(String member, JsonNode node) {
        if (!node.isTextual()) {
            throw ServiceException.wrongType(member, "a string");
        }
        return node.textValue();
    }

    /** Returns the value of a boolean. */
    public static boolean isTrue(String member, JsonNode node) {
        if (!node.isBoolean()) {
            throw ServiceException.wrongType(member, "true or false");
        }
        return node.booleanValue();
    }

    /** Returns the elements of an array. */
    public static List<JsonNode> elements(String member, JsonNode node) {
        if (!node.isArray()) {
            throw ServiceException.wrongType(member, "a JSON array");
        }
        List<JsonNode> elements = new ArrayList<>();
        node.forEach(elements::add);
        return elements;
    }
}
