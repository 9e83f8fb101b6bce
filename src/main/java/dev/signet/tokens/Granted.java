package dev.signet.tokens;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a session was granted, which is what its access tokens say of it; never changed as long as it lives. */
public record Granted(
        UUID sessionId,
        UUID accountId,
        String clientId,
        List<String> audience,
        String scope,
        String acr,
        List<String> amr,
        Instant authTime) {

    static List<String> list(String spaceSeparated) {
        return spaceSeparated.isEmpty() ? List.of() : List.of(spaceSeparated.split(" "));
    }

    Granted saying(String otherScope, List<String> otherAudience) {
        return new Granted(sessionId, accountId, clientId, otherAudience, otherScope, acr, amr, authTime);
    }
}
