package dev.signet.login.passkeys.webauthn;

import dev.signet.jose.json.Base64Url;
import dev.signet.jose.json.JsonReader;
import dev.signet.jose.json.MalformedInputException;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Set;

/** Checks of the client data of an assertion (Web Authentication Level 3 §7.2, steps 10 to 14). */
final class ClientData {

    static final int MAX_LENGTH = 4_096;

    private ClientData() {}

    /** Returns why the client data does not belong to the ceremony; null if it does. */
    static @Nullable String findFault(byte[] json, byte[] challenge, Set<String> origins) {
        Map<String, Object> members;
        try {
            members = JsonReader.object(json, true);
        } catch (MalformedInputException e) {
            return "the client data is malformed";
        }
        if (!"webauthn.get".equals(members.get("type"))) {
            return "the type of the client data is not webauthn.get";
        }
        if (!Base64Url.encodeToString(challenge).equals(members.get("challenge"))) {
            return "the challenge is another one";
        }
        if (!(members.get("origin") instanceof String origin) || !origins.contains(origin)) {
            return "the origin is not allowed";
        }
        return Boolean.TRUE.equals(members.get("crossOrigin")) ? "the ceremony ran in a frame of another origin" : null;
    }
}
