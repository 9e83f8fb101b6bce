package dev.signet.oauth.request;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.util.UUID;

/** Row of the table of pushed requests. */
@Entity
@Table(name = "pushed_request")
class StoredPushedRequest {

    @Id
    UUID id;

    byte[] uriHash;
    String clientId;
    String parameters;
    boolean used;
    Instant expiresAt;
    Instant removeAfter;

    protected StoredPushedRequest() {}

    StoredPushedRequest(byte[] uriHash, String clientId, String parameters, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.uriHash = uriHash;
        this.clientId = clientId;
        this.parameters = parameters;
        this.expiresAt = expiresAt;
        this.removeAfter = expiresAt;
    }

    PresentedRequest toPresentedRequest() {
        return new PresentedRequest(RequestParameters.parse(parameters), id);
    }
}
