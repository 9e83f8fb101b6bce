package dev.signet.login.passkeys.webauthn;

import dev.signet.error.ServiceException;
import dev.signet.jose.json.Base64Url;
import dev.signet.jose.json.JsonObject;
import dev.signet.jose.json.MalformedInputException;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A credential from a request, in the JSON of Web Authentication Level 3 §5.1. Members that are not used are ignored,
 * because browsers add some. Each method throws {@link ServiceException} {@code invalid_request} for a value that is
 * missing, malformed or too long.
 */
final class PresentedCredential {

    private static final String MEMBER = "credential";
    // Web Authentication Level 3 §4, "Credential ID".
    private static final int MAX_CREDENTIAL_ID = 1023;
    private static final int MAX_TRANSPORTS = 10;
    // Web Authentication Level 3 §5.8.4.
    private static final Set<String> TRANSPORTS =
            Set.of("usb", "nfc", "ble", "smart-card", "hybrid", "internal", "cable");

    private final Map<?, ?> members;
    private final Map<?, ?> response;

    private PresentedCredential(Map<?, ?> members, Map<?, ?> response) {
        this.members = members;
        this.response = response;
    }

    static PresentedCredential of(@Nullable Map<String, ?> json) {
        if (json == null
                || !"public-key".equals(json.get("type"))
                || !(json.get("response") instanceof Map<?, ?> response)) {
            throw malformed("type or response");
        }
        return new PresentedCredential(json, response);
    }

    /** Parses the text of a form field. */
    static Map<String, Object> parse(String json) {
        return JsonObject.parse(json).orElseThrow(() -> malformed("JSON"));
    }

    byte[] id() {
        return required("id", bytes(members, "id", MAX_CREDENTIAL_ID));
    }

    byte[] responseBytes(String name, int maxLength) {
        return required(name, bytes(response, name, maxLength));
    }

    byte @Nullable [] optionalResponseBytes(String name, int maxLength) {
        return bytes(response, name, maxLength);
    }

    /** Returns the known transports. */
    List<String> transports() {
        return response.get("transports") instanceof List<?> list
                ? list.stream()
                        .limit(MAX_TRANSPORTS)
                        .filter(TRANSPORTS::contains)
                        .map(String.class::cast)
                        .distinct()
                        .sorted()
                        .toList()
                : List.of();
    }

    /** Returns whether the authenticator can be removed from the device. */
    boolean isRoaming() {
        return "cross-platform".equals(members.get("authenticatorAttachment"));
    }

    private static byte[] required(String name, byte @Nullable [] value) {
        if (value == null || value.length == 0) {
            throw malformed(name);
        }
        return value;
    }

    private static byte @Nullable [] bytes(Map<?, ?> object, String name, int maxLength) {
        Object value = object.get(name);
        if (value == null) {
            return null;
        }
        // Four characters encode three octets.
        if (!(value instanceof String text) || text.length() > maxLength / 3 * 4 + 4) {
            throw malformed(name);
        }
        try {
            byte[] bytes = Base64Url.decode(text);
            if (bytes.length > maxLength) {
                throw malformed(name);
            }
            return bytes;
        } catch (MalformedInputException e) {
            throw malformed(name);
        }
    }

    private static ServiceException malformed(String part) {
        return ServiceException.invalidMember(MEMBER, "the credential has no valid " + part);
    }
}
