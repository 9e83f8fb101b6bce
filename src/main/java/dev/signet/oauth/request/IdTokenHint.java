package dev.signet.oauth.request;

import dev.signet.clients.Client;

import java.util.Optional;
import java.util.UUID;

/** Reads an {@code id_token_hint}; implemented by the room that issues ID Tokens and knows whom their {@code sub} means. */
public interface IdTokenHint {

    /** The account an ID Token of this issuer was issued for, expired or not; empty if it is none, or another client's. */
    Optional<UUID> account(String idToken, Client client);
}
