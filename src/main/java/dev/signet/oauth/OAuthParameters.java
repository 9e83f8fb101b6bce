package dev.signet.oauth;

import dev.signet.error.ErrorCode;
import dev.signet.error.QuotedName;
import dev.signet.error.ServiceException;
import dev.signet.web.body.FormText;
import jakarta.ws.rs.core.MultivaluedMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Form or query parameters of one OAuth request (RFC 6749 §3.1, §3.2). Each parameter occurs at most once, a parameter
 * without a value counts as absent, and overlong names and values are rejected.
 */
public final class OAuthParameters {

    // Each occurrence names one resource server (RFC 8707 §2, RFC 8693 §2.1).
    private static final Set<String> REPEATABLE = Set.of("resource", "audience");
    private static final int MAX_REPEATED = 10;
    private static final int MAX_PARAMETERS = 64;
    private static final int MAX_NAME = 100;
    private static final int MAX_VALUE = 16_384;

    private final Map<String, List<String>> values;

    private OAuthParameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Parses a form body or a query.
     *
     * @throws ServiceException {@code invalid_request} if the text is malformed, or for the reasons of {@link #of}
     */
    public static OAuthParameters parse(String formOrQuery) {
        return of(FormText.parse(formOrQuery));
    }

    /**
     * Validates decoded form or query parameters.
     *
     * @throws ServiceException {@code invalid_request} if there are too many parameters, or a parameter is repeated,
     *     overlong or contains a NUL
     */
    public static OAuthParameters of(MultivaluedMap<String, String> raw) {
        if (raw.size() > MAX_PARAMETERS) {
            throw invalidRequest("the request has too many parameters");
        }
        Map<String, List<String>> values = new HashMap<>();
        raw.forEach((name, occurrences) -> {
            check(name, MAX_NAME);
            occurrences.forEach(value -> check(value, MAX_VALUE));
            if (occurrences.size() > (REPEATABLE.contains(name) ? MAX_REPEATED : 1)) {
                throw invalidRequest("parameter " + QuotedName.of(name) + " is repeated")
                        .with("member", QuotedName.of(name))
                        .detail("Parameter " + QuotedName.of(name) + " must not be repeated.");
            }
            List<String> present =
                    occurrences.stream().filter(value -> !value.isEmpty()).toList();
            if (!present.isEmpty()) {
                values.put(name, present);
            }
        });
        return new OAuthParameters(values);
    }

    public Optional<String> first(String name) {
        List<String> present = values.get(name);
        return present == null ? Optional.empty() : Optional.of(present.get(0));
    }

    /** Returns all values of a parameter that may occur several times. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /**
     * Returns the value of a required parameter.
     *
     * @throws ServiceException {@code invalid_request} if the parameter is absent
     */
    public String required(String name) {
        return first(name)
                .orElseThrow(() -> invalidRequest(name + " is missing")
                        .with("member", name)
                        .detail("Parameter " + name + " is required."));
    }

    public Set<String> names() {
        return Set.copyOf(values.keySet());
    }

    private static void check(String text, int max) {
        if (text.length() > max || text.indexOf('\0') >= 0) {
            throw invalidRequest("a parameter is too long or contains NUL");
        }
    }

    private static ServiceException invalidRequest(String reason) {
        return new ServiceException(ErrorCode.INVALID_REQUEST, reason);
    }

    /** Returns the names only, because values are often secrets. */
    @Override
    public String toString() {
        return "OAuthParameters" + values.keySet();
    }
}
