package dev.signet.tokens.session;

import java.util.UUID;

/** Live client session that was started from a browser session; its id is the {@code sid} that the client knows. */
public record ClientSession(UUID id, UUID accountId, String clientId) {}
