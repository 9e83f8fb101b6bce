package dev.signet.oauth.request;

import dev.signet.clients.Client;

import java.util.Optional;

/** Reads an {@code id_token_hint}; implemented by the room that issues ID Tokens. */
public interface SubjectHint {

    /** The {@code sub} of an ID Token that this issuer made for the client, expired or not; empty if it is anything else. */
    Optional<String> subject(String idToken, Client client);
}
