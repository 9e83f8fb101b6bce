package dev.signet.clients.registry;

import dev.signet.clients.metadata.ClientDocument;

import java.time.Instant;

/** Stored client as other packages see it. */
public record StoredRegistration(String clientId, ClientDocument document, Instant createdAt) {

    @Override
    public String toString() {
        return "StoredRegistration[" + clientId + "]";
    }
}
