package dev.signet.tokens;

import dev.signet.jose.ClaimsSet;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The claim {@code act} (RFC 8693 §4.1): which client acts for a token's subject, and, nested, which ones did before. */
public final class Actors {

    private static final String CLAIM = "act";

    private Actors() {}

    /** How many clients have acted so far. */
    public static int in(ClaimsSet token) {
        int count = 0;
        for (@Nullable Object actor = token.asMap().get(CLAIM);
                actor instanceof Map<?, ?> members;
                actor = members.get(CLAIM)) {
            count++;
        }
        return count;
    }

    /** What the token of an exchange is to say; empty if nobody acts but the client it was issued to in the first place. */
    static Optional<Map<String, Object>> of(Exchange exchange) {
        Map<String, Object> before = members(exchange.subject().asMap().get(CLAIM));
        if (!exchange.delegates()) {
            return before.isEmpty() ? Optional.empty() : Optional.of(before);
        }
        Map<String, Object> actor = new LinkedHashMap<>();
        actor.put("sub", exchange.client().id());
        if (!before.isEmpty()) {
            actor.put(CLAIM, before);
        }
        return Optional.of(actor);
    }

    private static Map<String, Object> members(@Nullable Object actor) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (actor instanceof Map<?, ?> given) {
            given.forEach((name, value) -> members.put((String) name, value));
        }
        return members;
    }
}
