package dev.signet.tokens;

import java.util.UUID;

/** A session that a client was granted is over before its time; fired inside the transaction that ends it. */
public record SessionEnded(UUID sessionId, UUID accountId, String clientId, SessionEnd reason) {}
