package dev.signet.tokens;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.util.UUID;

/**
 * A session as the table holds it: one grant, and the refresh-token family descending from it. Rotation and ending go by
 * conditional updates in {@link SessionRepository}, never through this object.
 */
@Entity
@Table(name = "session")
class Session {

    @Id
    UUID id;

    UUID accountId;
    String clientId;
    String audience;
    String scope;
    String acr;
    String amr;
    Instant authTime;
    String address;
    String userAgent;
    Instant createdAt;
    Instant lastUsedAt;
    Instant idleExpiresAt;
    Instant expiresAt;
    int generation;
    byte[] currentHash;
    byte[] previousHash;
    byte[] sealedSuccessor;
    Instant rotatedAt;
    Instant endedAt;
    String endReason;
    Instant removeAfter;

    protected Session() {}

    Session(
            UUID id,
            Grant grant,
            Instant now,
            Instant idleExpiresAt,
            Instant expiresAt,
            Instant removeAfter,
            byte[] currentHash) {
        this.id = id;
        this.accountId = grant.account().id();
        this.clientId = grant.clientId();
        this.audience = String.join(" ", grant.audience());
        this.scope = grant.scope();
        this.acr = grant.acr();
        this.amr = String.join(" ", grant.amr());
        this.authTime = grant.authTime();
        this.address = grant.address();
        this.userAgent = grant.userAgent();
        this.createdAt = now;
        this.lastUsedAt = now;
        this.idleExpiresAt = idleExpiresAt;
        this.expiresAt = expiresAt;
        this.removeAfter = removeAfter;
        this.generation = 1;
        this.currentHash = currentHash;
    }

    boolean isLive(Instant now) {
        return endedAt == null && now.isBefore(idleExpiresAt);
    }

    Granted granted() {
        return new Granted(id, accountId, clientId, Granted.list(audience), scope, acr, Granted.list(amr), authTime);
    }

    SessionView view(boolean current) {
        return new SessionView(id, accountId, clientId, address, userAgent, createdAt, lastUsedAt, current);
    }
}
