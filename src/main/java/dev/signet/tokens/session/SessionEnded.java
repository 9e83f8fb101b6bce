package dev.signet.tokens.session;

import java.util.UUID;

/** Event of the early end of a client session, fired inside the transaction that ends it. */
public record SessionEnded(UUID sessionId, UUID accountId, String clientId, SessionEnd reason) {}
