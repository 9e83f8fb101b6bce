package dev.signet.tokens.access;

import dev.signet.jose.ClaimsSet;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code act} claim (RFC 8693 §4.1): the client that acts for the subject of a token, with the clients that acted
 * before nested in it.
 */
public final class ActorClaim {

    private static final String CLAIM = "act";

    private ActorClaim() {}

    /** Counts the nested actors of a token. */
    public static int count(ClaimsSet token) {
        int count = 0;
        for (@Nullable Object actor = token.asMap().get(CLAIM);
                actor instanceof Map<?, ?> members;
                actor = members.get(CLAIM)) {
            count++;
        }
        return count;
    }

    /**
     * Returns the claim for the token of an exchange; empty if no client acts other than the one the subject token was
     * issued to.
     */
    static Optional<Map<String, Object>> claim(TokenExchange exchange) {
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
        if (actor instanceof Map<?, ?> claims) {
            claims.forEach((name, value) -> members.put((String) name, value));
        }
        return members;
    }
}
