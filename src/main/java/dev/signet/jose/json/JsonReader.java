package dev.signet.jose.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parses a document that consists of exactly one JSON object (RFC 8259) within the limits of I-JSON (RFC 7493). It
 * accepts UTF-8 only, rejects duplicate members, unpaired surrogates and numbers out of range, and limits depth and
 * size. Nulls are rejected unless allowed.
 */
public final class JsonReader {

    private static final int MAX_DEPTH = 12;
    private static final int MAX_VALUES = 1000;
    private static final int MAX_NAME = 256;
    private static final int MAX_NUMBER = 32;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNameLength(MAX_NAME)
                    .maxNumberLength(MAX_NUMBER)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // Names come from untrusted input: they must not fill a table that outlives the call.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final boolean allowNull;
    private int values;

    private JsonReader(boolean allowNull) {
        this.allowNull = allowNull;
    }

    /** Parses a JSON object without null members. */
    public static Map<String, Object> object(byte[] utf8) throws MalformedInputException {
        return object(text(utf8));
    }

    /** Parses a JSON object. */
    public static Map<String, Object> object(byte[] utf8, boolean allowNull) throws MalformedInputException {
        return object(text(utf8), allowNull);
    }

    /** Parses a JSON object without null members. */
    public static Map<String, Object> object(String json) throws MalformedInputException {
        return object(json, false);
    }

    /** Parses a JSON object. */
    public static Map<String, Object> object(String json, boolean allowNull) throws MalformedInputException {
        // Jackson skips a byte order mark; RFC 8259 §8.1 allows a reader to reject it.
        if (json.isEmpty() || json.charAt(0) == '\uFEFF') {
            throw new MalformedInputException("the text is not a JSON object");
        }
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedInputException("the text is not a JSON object");
            }
            Map<String, Object> members = new JsonReader(allowNull).members(parser);
            if (parser.nextToken() != null) {
                throw new MalformedInputException("content follows the JSON object");
            }
            return members;
        } catch (IOException e) {
            // Jackson's message quotes the input, which may be a secret.
            throw new MalformedInputException("the JSON is malformed or exceeds the limits");
        }
    }

    private static String text(byte[] utf8) throws MalformedInputException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedInputException("the text is not UTF-8");
        }
    }

    private Map<String, Object> members(JsonParser parser) throws IOException, MalformedInputException {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            String storable = storable(name);
            if (members.containsKey(storable)) {
                throw new MalformedInputException("the JSON has a duplicate member");
            }
            members.put(storable, value(parser));
        }
        return Collections.unmodifiableMap(members);
    }

    private List<Object> elements(JsonParser parser) throws IOException, MalformedInputException {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return Collections.unmodifiableList(elements);
    }

    private @Nullable Object value(JsonParser parser) throws IOException, MalformedInputException {
        if (++values > MAX_VALUES) {
            throw new MalformedInputException("the JSON has too many values");
        }
        return switch (parser.currentToken()) {
            case VALUE_STRING -> storable(parser.getText());
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> fraction(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_OBJECT -> members(parser);
            case START_ARRAY -> elements(parser);
            default -> {
                if (allowNull && parser.currentToken() == JsonToken.VALUE_NULL) {
                    yield null;
                }
                throw new MalformedInputException("the JSON has an unsupported value");
            }
        };
    }

    private static Long integer(JsonParser parser) throws IOException, MalformedInputException {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                || parser.getText().equals("-0")) {
            throw new MalformedInputException("the JSON has an integer that is out of range");
        }
        return parser.getLongValue();
    }

    private static Double fraction(JsonParser parser) throws IOException, MalformedInputException {
        double number = parser.getDoubleValue();
        if (!Double.isFinite(number)) {
            throw new MalformedInputException("the JSON has a number that is out of range");
        }
        return number;
    }

    /** Rejects text that UTF-8 or a database column cannot represent: unpaired surrogates and NUL. */
    private static String storable(String text) throws MalformedInputException {
        if (!JsonText.isStorable(text)) {
            throw new MalformedInputException("the JSON has a string that is not Unicode text");
        }
        return text;
    }
}
