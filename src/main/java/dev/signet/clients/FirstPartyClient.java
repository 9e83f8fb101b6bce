package dev.signet.clients;

/** The client of the first-party login, which is not registered; {@code login} implements it. */
public interface FirstPartyClient {

    /**
     * Returns the {@code client_id} of the first-party login, which no registered client may have. The access tokens of
     * the login contain it.
     */
    String clientId();
}
