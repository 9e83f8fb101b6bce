package dev.signet.clients;

/** A client is gone; fired inside the transaction that deletes it, so that what it was given can end with it. */
public record ClientDeleted(String clientId) {}
