package dev.signet.tokens;

import java.util.UUID;

/**
 * Somebody is signed out in a browser; fired inside the transaction that ends the browser session. The sessions started from it
 * end behind all observers that ask for no place of their own: these still find them by {@link ClientSessions#startedFrom}.
 */
public record BrowserSessionEnded(UUID browserSessionId, UUID accountId) {}
