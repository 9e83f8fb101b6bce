package dev.signet.tokens.session;

import dev.signet.accounts.JoinedAccount;
import dev.signet.database.SqlStatement;
import dev.signet.secrets.SecretDigest;
import dev.signet.tokens.grant.AuthenticationContext;
import dev.signet.tokens.grant.Authorization;
import dev.signet.tokens.grant.Grant;
import dev.signet.tokens.grant.SessionGrant;
import dev.signet.tokens.refresh.RefreshTokenReplacement;
import dev.signet.tokens.status.SlotOffer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;

/**
 * Row of the session table: one grant and its refresh-token family. Rotation ({@link RefreshRotationStatement}) and
 * ending ({@link SessionRepository}) are conditional updates and never change this object.
 */
@Entity
@Table(name = "session")
class Session {

    /** The columns that {@link #read} reads, in its order. */
    static final String COLUMNS = "session.account_id, session.audience, session.scope, session.acr, session.amr,"
            + " session.auth_time, session.idle_expires_at, session.status_slot";

    static final int COLUMN_COUNT = 8;

    @Id
    UUID id;

    UUID accountId;
    String clientId;
    String audience;
    String scope;
    String acr;
    String amr;
    Instant authTime;

    @Column(name = "address")
    String ipAddress;

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

    Session(Grant grant, SessionExpiry expiry, byte @Nullable [] currentHash) {
        this.id = grant.sessionId();
        Authorization authorization = grant.authorization();
        this.accountId = authorization.accountId();
        this.clientId = authorization.clientId();
        this.audience = authorization.audienceText();
        this.scope = authorization.scope().toString();
        AuthenticationContext authenticationContext = authorization.authenticationContext();
        this.acr = authenticationContext.acr();
        this.amr = authenticationContext.amrText();
        this.authTime = authenticationContext.authTime();
        this.ipAddress = grant.origin().ipAddress();
        this.userAgent = grant.origin().userAgent();
        this.browserSessionId = grant.sessionOptions().browserSessionId();
        this.dpopJkt = grant.sessionOptions().refreshKeyThumbprint();
        this.createdAt = expiry.now();
        this.lastUsedAt = expiry.now();
        this.idleExpiresAt = expiry.idleExpiresAt();
        this.expiresAt = expiry.expiresAt();
        this.removeAfter = expiry.removeAfter();
        this.generation = 1;
        this.currentHash = currentHash;
    }

    /**
     * Reads the grant, the idle expiry and the slot of a session from the current row, which begins with its columns.
     */
    static Session read(UUID id, String clientId, ResultSet row) throws SQLException {
        Session session = new Session();
        session.id = id;
        session.clientId = clientId;
        session.accountId = row.getObject(1, UUID.class);
        session.audience = row.getString(2);
        session.scope = row.getString(3);
        session.acr = row.getString(4);
        session.amr = row.getString(5);
        session.authTime = row.getObject(6, OffsetDateTime.class).toInstant();
        session.idleExpiresAt = row.getObject(7, OffsetDateTime.class).toInstant();
        session.statusSlot = row.getObject(8, Long.class);
        return session;
    }

    /** Assigns a status list slot for the period of the offer. */
    void assignSlot(SlotOffer slotOffer) {
        this.statusSlot = slotOffer.slot().number();
        this.statusSlotUntil = slotOffer.retainUntil();
    }

    boolean isLive(Instant now) {
        return endedAt == null && now.isBefore(idleExpiresAt);
    }

    /** Returns {@link #isLive} as an SQL condition. */
    static <R> SqlStatement<R> liveCondition(Function<? super R, Instant> now) {
        return SqlStatement.of("ended_at is null and idle_expires_at > ", now);
    }

    /**
     * Returns whether the session is live and belongs to the client and, if its refresh tokens are bound to a key, the
     * client holds that key.
     */
    boolean isRefreshableBy(RefreshTokenReplacement replacement, Instant now) {
        return isLive(now)
                && clientId.equals(replacement.clientId())
                && (dpopJkt == null || dpopJkt.equals(replacement.keyThumbprint()));
    }

    /** Returns whether the presented token is the current one of the session. */
    boolean hasCurrent(RefreshTokenReplacement replacement) {
        return generation == replacement.presented().generation()
                && SecretDigest.isEqual(currentHash, replacement.presentedHash());
    }

    /**
     * Returns the SQL condition of every statement that uses a refresh token: the row is the session of the presented
     * token, {@link #isRefreshableBy} and {@link #hasCurrent} are true, and the account may receive tokens.
     */
    static <R> SqlStatement<R> refreshableCondition(
            Function<? super R, RefreshTokenReplacement> replacement, Function<? super R, Instant> now) {
        return SqlStatement.<R>of(
                        "id = ",
                        request -> replacement.apply(request).presented().family())
                .append(
                        " and generation = ",
                        request -> replacement.apply(request).presented().generation())
                .append(
                        " and current_hash = ",
                        request -> replacement.apply(request).presentedHash())
                .append(
                        " and client_id = ",
                        request -> replacement.apply(request).clientId())
                .append(" and ")
                .append(liveCondition(now))
                .append(
                        " and (dpop_jkt is null or dpop_jkt = ",
                        request -> replacement.apply(request).keyThumbprint())
                .append(") and " + JoinedAccount.activeCondition("session.account_id"));
    }

    SessionGrant grant() {
        return new SessionGrant(
                id,
                Authorization.ofStored(
                        accountId, clientId, audience, scope, AuthenticationContext.ofStored(acr, amr, authTime)));
    }

    SessionView view(boolean current) {
        return new SessionView(id, accountId, clientId, ipAddress, userAgent, createdAt, lastUsedAt, current);
    }
}
