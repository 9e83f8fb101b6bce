package dev.signet.clients;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** Stored client, with its secret and its registration access token if the response contains them. */
record RegistrationResult(
        Client client,
        ClientDocument document,
        Instant createdAt,
        @Nullable ClientSecret secret,
        @Nullable Management management) {

    /** Token and URL with which a client manages its registration (RFC 7592 §3). */
    record Management(String token, String uri) {

        @Override
        public String toString() {
            return "Management";
        }
    }

    RegistrationResult(Client client, ClientDocument document, Instant createdAt, @Nullable ClientSecret secret) {
        this(client, document, createdAt, secret, null);
    }

    RegistrationResult managedBy(String token, String uri) {
        return new RegistrationResult(client, document, createdAt, secret, new Management(token, uri));
    }
}
