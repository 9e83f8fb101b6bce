package dev.signet.tokens;

import java.util.UUID;

/** A live session that a client was given from a browser session; its id is the {@code sid} that client knows. */
public record StartedSession(UUID id, UUID accountId, String clientId) {}
