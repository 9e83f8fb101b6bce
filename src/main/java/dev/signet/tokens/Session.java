package dev.signet.tokens;

import dev.signet.tokens.status.SlotOffer;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

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
    UUID browserSessionId;
    String dpopJkt;
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
    Long statusSlot;
    Long statusSlotBefore;
    Instant statusSlotUntil;

    protected Session() {}

    Session(Grant grant, Lives lives, byte @Nullable [] currentHash) {
        this.id = grant.sessionId();
        this.accountId = grant.accountId();
        this.clientId = grant.clientId();
        this.audience = String.join(" ", grant.audience());
        this.scope = grant.scope();
        this.acr = grant.acr();
        this.amr = String.join(" ", grant.amr());
        this.authTime = grant.authTime();
        this.address = grant.address();
        this.userAgent = grant.userAgent();
        this.browserSessionId = grant.terms().browserSessionId();
        this.dpopJkt = grant.terms().refreshKeyThumbprint();
        this.createdAt = lives.now();
        this.lastUsedAt = lives.now();
        this.idleExpiresAt = lives.idleExpiresAt();
        this.expiresAt = lives.expiresAt();
        this.removeAfter = lives.removeAfter();
        this.generation = 1;
        this.currentHash = currentHash;
    }

    /** Gives it a place in a status list, for as long as the offer says. */
    void occupy(SlotOffer offer) {
        this.statusSlot = offer.slot().number();
        this.statusSlotUntil = offer.heldUntil();
    }

    boolean isLive(Instant now) {
        return endedAt == null && now.isBefore(idleExpiresAt);
    }

    /** Whether it is that client's, and that client holds the key its refresh tokens are bound to, if they are. */
    boolean mayBeRefreshedBy(Rotation rotation) {
        return clientId.equals(rotation.clientId()) && (dpopJkt == null || dpopJkt.equals(rotation.keyThumbprint()));
    }

    Granted granted() {
        return new Granted(id, accountId, clientId, Granted.list(audience), scope, acr, Granted.list(amr), authTime);
    }

    SessionView view(boolean current) {
        return new SessionView(id, accountId, clientId, address, userAgent, createdAt, lastUsedAt, current);
    }
}
