package dev.signet.oauth;

import dev.signet.error.ErrorCode;
import dev.signet.error.QuotedName;
import dev.signet.error.ServiceException;
import dev.signet.web.FormText;
import jakarta.ws.rs.core.MultivaluedMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The form or query parameters of one OAuth request (RFC 6749 §3.1, §3.2): each at most once, what has no value counts as left
 * out, and nothing over-long gets any further.
 */
public final class OAuthParameters {

    // Those that name several of something, each by a parameter of its own (RFC 8707 §2, RFC 8693 §2.1).
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
     * Reads the text of a form, or of a query.
     *
     * @throws ServiceException {@code invalid_request} if it is none, or as {@link #of}
     */
    public static OAuthParameters parse(String formOrQuery) {
        return of(FormText.parse(formOrQuery));
    }

    /**
     * Takes over what a form or query held.
     *
     * @throws ServiceException {@code invalid_request} if a parameter stands twice, is over-long, or holds a NUL
     */
    public static OAuthParameters of(MultivaluedMap<String, String> raw) {
        if (raw.size() > MAX_PARAMETERS) {
            throw refuse("the request has too many parameters");
        }
        Map<String, List<String>> values = new HashMap<>();
        raw.forEach((name, given) -> {
            check(name, MAX_NAME);
            given.forEach(value -> check(value, MAX_VALUE));
            if (given.size() > (REPEATABLE.contains(name) ? MAX_REPEATED : 1)) {
                throw refuse("parameter " + QuotedName.of(name) + " is repeated")
                        .with("member", QuotedName.of(name))
                        .detail("Parameter " + QuotedName.of(name) + " must not be repeated.");
            }
            List<String> present =
                    given.stream().filter(value -> !value.isEmpty()).toList();
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

    /** All values of a parameter that may stand several times. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /**
     * The value of a parameter the request cannot do without.
     *
     * @throws ServiceException {@code invalid_request} if it is left out
     */
    public String required(String name) {
        return first(name)
                .orElseThrow(() -> refuse(name + " is missing")
                        .with("member", name)
                        .detail("Parameter " + name + " is required."));
    }

    public Set<String> names() {
        return Set.copyOf(values.keySet());
    }

    private static void check(String text, int max) {
        if (text.length() > max || text.indexOf('\0') >= 0) {
            throw refuse("a parameter is too long or contains NUL");
        }
    }

    private static ServiceException refuse(String reason) {
        return new ServiceException(ErrorCode.INVALID_REQUEST, reason);
    }

    /** The names alone: the values are secrets, often enough. */
    @Override
    public String toString() {
        return "OAuthParameters" + values.keySet();
    }
}
