package dev.signet.oauth.request;

import dev.signet.clients.Client;

import java.util.Optional;

/** Reader of an {@code id_token_hint}; the package that issues ID Tokens implements it. */
public interface IdTokenHintReader {

    /**
     * Returns the {@code sub} of an ID Token that this issuer issued for the client, expired or not; empty for any
     * other value.
     */
    Optional<String> findSubject(String idToken, Client client);
}
