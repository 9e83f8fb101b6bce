package dev.signet.tokens.session;

import java.util.UUID;

/**
 * Event of a sign-out in a browser, fired inside the transaction that ends the browser session. The client sessions
 * started from it end after all observers without a priority of their own, which can therefore still find them with
 * {@link ClientSessions#findByBrowserSession}.
 */
public record BrowserSessionEnded(UUID browserSessionId, UUID accountId) {}
