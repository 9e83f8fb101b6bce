package dev.signet.web.body;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A strict parser of {@code application/x-www-form-urlencoded} in UTF-8: malformed input is rejected. */
public final class FormText {

    private FormText() {}

    /**
     * Returns the parameters in their order, each name with all its values.
     *
     * @throws ServiceException {@code invalid_request} if the text is malformed
     */
    public static MultivaluedMap<String, String> parse(String text) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        int begin = 0;
        while (begin < text.length()) {
            int end = text.indexOf('&', begin);
            int next = end < 0 ? text.length() : end;
            if (next > begin) {
                add(parameters, text.substring(begin, next));
            }
            begin = next + 1;
        }
        return parameters;
    }

    private static void add(MultivaluedMap<String, String> parameters, String pair) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.add(decode(name), decode(value));
    }

    private static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text.replace('+', ' ');
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                decoded.put((byte) (hex(bytes, i + 1) << 4 | hex(bytes, i + 2)));
                i += 2;
            } else {
                decoded.put(bytes[i] == '+' ? (byte) ' ' : bytes[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
        } catch (CharacterCodingException e) {
            throw rejection();
        }
    }

    private static int hex(byte[] bytes, int index) {
        int digit = index < bytes.length ? Character.digit((char) bytes[index], 16) : -1;
        if (digit < 0) {
            throw rejection();
        }
        return digit;
    }

    private static ServiceException rejection() {
        return new ServiceException(ErrorCode.INVALID_REQUEST, "the form or query is malformed");
    }
}
