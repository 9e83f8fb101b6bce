package dev.signet.clients;

/**
 * Event of the deletion of a client, fired inside the transaction that deletes it, so that everything issued to the
 * client ends with it.
 *
 * @param registration {@link TokenSettings#registration}
 */
public record ClientDeleted(String clientId, long registration) {}
