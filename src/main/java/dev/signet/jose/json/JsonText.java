package dev.signet.jose.json;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** Encodes the values that {@link JsonReader} returns as compact JSON (RFC 8259). */
public final class JsonText {

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(512);

    private JsonText() {}

    /** Writes members as a JSON object. */
    public static String of(Map<String, ?> members) {
        JsonText text = new JsonText();
        text.object(members);
        return text.out.toString();
    }

    /** Returns true if UTF-8 and a database column can represent the text: no unpaired surrogate, no NUL. */
    static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private void object(Map<?, ?> members) {
        char separator = '{';
        for (Map.Entry<?, ?> member : members.entrySet()) {
            out.append(separator);
            string((String) member.getKey());
            out.append(':');
            value(member.getValue());
            separator = ',';
        }
        out.append(separator == '{' ? "{}" : "}");
    }

    private void array(List<?> elements) {
        char separator = '[';
        for (Object element : elements) {
            out.append(separator);
            value(element);
            separator = ',';
        }
        out.append(separator == '[' ? "[]" : "]");
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            out.append("null");
        } else if (value instanceof String text) {
            string(text);
        } else if (value instanceof Long || value instanceof Integer || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Double number && Double.isFinite(number)) {
            out.append(number.doubleValue());
        } else if (value instanceof List<?> elements) {
            array(elements);
        } else if (value instanceof Map<?, ?> members) {
            object(members);
        } else {
            throw new IllegalArgumentException(
                    "cannot encode as JSON: " + value.getClass().getName());
        }
    }

    private void string(String text) {
        if (!isStorable(text)) {
            throw new IllegalArgumentException("the text has an unpaired surrogate or NUL");
        }
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20) {
                out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
