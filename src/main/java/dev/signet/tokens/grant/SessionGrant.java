package dev.signet.tokens.grant;

import dev.signet.clients.Scope;

import java.util.List;
import java.util.UUID;

/** Grant of a session, which its access tokens contain. It never changes during the session. */
public record SessionGrant(
        UUID sessionId,
        UUID accountId,
        String clientId,
        List<String> audience,
        Scope scope,
        AuthenticationContext authenticationContext) {

    /** Splits a space-separated list; the empty text is the empty list. */
    public static List<String> list(String spaceSeparated) {
        return spaceSeparated.isEmpty() ? List.of() : List.of(spaceSeparated.split(" "));
    }

    SessionGrant with(Scope otherScope, List<String> otherAudience) {
        return new SessionGrant(sessionId, accountId, clientId, otherAudience, otherScope, authenticationContext);
    }
}
