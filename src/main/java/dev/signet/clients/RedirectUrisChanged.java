package dev.signet.clients;

/**
 * Event of a change that a client made to its own redirect URIs, fired inside the transaction that changes them, so
 * that no consent and no code outlives the redirect URIs it was granted for.
 */
public record RedirectUrisChanged(String clientId) {}
