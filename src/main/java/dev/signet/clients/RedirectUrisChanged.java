package dev.signet.clients;

/**
 * Event of a change that a client made to its own redirect URIs. It is fired within the transaction of the change, so
 * that no consent and no code outlives the redirect URIs for which it was granted.
 */
public record RedirectUrisChanged(String clientId) {}
