package dev.signet.clients.metadata;

import dev.signet.clients.Client;
import dev.signet.clients.ClientSecret;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** Stored client, with its secret and its registration access token if the response contains them. */
public record RegistrationResult(
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

    /**
     * Creates the result for a client that does not manage its registration itself.
     *
     * @param secret the new secret, which the response contains; null for none
     */
    public RegistrationResult(
            Client client, ClientDocument document, Instant createdAt, @Nullable ClientSecret secret) {
        this(client, document, createdAt, secret, null);
    }

    /** Returns the result with the token and the URL with which the client manages its registration. */
    public RegistrationResult managedBy(String token, String uri) {
        return new RegistrationResult(client, document, createdAt, secret, new Management(token, uri));
    }
}
