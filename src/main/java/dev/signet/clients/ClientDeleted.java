package dev.signet.clients;

/**
 * A client was deleted; fired inside the transaction that deletes it, so that everything issued to it ends with it.
 *
 * @param registration {@link TokenSettings#registration}
 */
public record ClientDeleted(String clientId, long registration) {}
