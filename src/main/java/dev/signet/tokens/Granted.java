package dev.signet.tokens;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a session was granted, which is what its access tokens say of it; never changed as long as it lives. */
record Granted(
        UUID sessionId,
        UUID accountId,
        String clientId,
        List<String> audience,
        String scope,
        String acr,
        List<String> amr,
        Instant authTime) {

    static List<String> list(String spaceSeparated) {
        return List.of(spaceSeparated.split(" "));
    }
}
