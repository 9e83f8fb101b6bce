package dev.signet.tokens;

import java.util.UUID;

/** Somebody is no longer logged in at the pages of this service; fired inside the transaction that ends it. */
public record BrowserSessionEnded(UUID browserSessionId, UUID accountId) {}
