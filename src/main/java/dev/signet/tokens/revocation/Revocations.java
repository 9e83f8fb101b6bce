package dev.signet.tokens.revocation;

import dev.signet.database.AfterCommit;
import dev.signet.database.DatabaseClock;
import dev.signet.jose.VerifiedJwt;
import dev.signet.keys.KeyCompromised;
import dev.signet.keys.KeySchedule;
import dev.signet.keys.ring.KeyRing;
import dev.signet.tokens.status.SetEntries;
import dev.signet.tokens.status.TokenStatus;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Revocations of tokens before their expiry. The database stores them for all nodes. Each node keeps the unexpired ones
 * in memory and reads new ones at short intervals, so that it checks a token without a query.
 */
@ApplicationScoped
public class Revocations {

    // The overlap is longer than any transaction, so that a revocation whose transaction began early and committed late
    // is still read.
    private static final Duration OVERLAP = Duration.ofSeconds(60);

    private final RevocationRepository repository;
    private final AfterCommit afterCommit;
    private final DatabaseClock databaseClock;
    private final KeyRing keys;
    private final TokenStatus status;
    private final SetEntries setEntries;
    private final Duration retention;
    private final Clock clock;
    private final RevokedIdentities revoked = new RevokedIdentities();
    private volatile Instant readUntil = Instant.EPOCH;

    Revocations(
            RevocationRepository repository,
            AfterCommit afterCommit,
            DatabaseClock databaseClock,
            KeyRing keys,
            TokenStatus status,
            SetEntries setEntries,
            KeySchedule schedule,
            Clock clock) {
        this.repository = repository;
        this.afterCommit = afterCommit;
        this.databaseClock = databaseClock;
        this.keys = keys;
        this.status = status;
        this.setEntries = setEntries;
        this.retention = schedule.longestTokenLife().plus(schedule.clockSkew().multipliedBy(2));
        this.clock = clock;
    }

    /**
     * Revokes an identity within the current transaction. This node applies it at commit, the other nodes within the
     * revocation interval.
     */
    @Transactional
    public void revoke(RevocationKind kind, String identity) {
        revoke(kind, identity, null);
    }

    /**
     * Revokes an identity as the other method does, and sets entries in the status lists.
     *
     * @param statusEntries the entries as {@link SetEntries#add} parses them; null for none
     */
    @Transactional
    public void revoke(RevocationKind kind, String identity, @Nullable String statusEntries) {
        Instant expiresAt = clock.instant().plus(retention);
        repository.record(kind, identity, statusEntries, expiresAt);
        afterCommit.run(() -> {
            revoked.add(kind.column(), identity, expiresAt);
            setEntries(statusEntries, expiresAt);
        });
    }

    /** Returns whether the token, its session, its key or the registration of its client was revoked. */
    public boolean isRevoked(VerifiedJwt token) {
        String jti = token.claims().string("jti").orElse("");
        return revoked.contains(RevocationKind.JTI.column(), jti)
                || revoked.contains(
                        RevocationKind.SID.column(),
                        token.claims().string("sid").orElse(""))
                || revoked.contains(
                        RevocationKind.KID.column(), token.header().kid().orElse(""))
                || isClientRevoked(token, TokenIdentifier.parse(jti));
    }

    private boolean isClientRevoked(VerifiedJwt token, TokenIdentifier identifier) {
        return revoked.contains(
                        RevocationKind.CID.column(),
                        ClientRegistrationKey.of(
                                token.claims().string("client_id").orElse(""), identifier.clientRegistration()))
                // The token of a client itself, exchanged by another client.
                || revoked.contains(
                        RevocationKind.CID.column(),
                        ClientRegistrationKey.of(
                                token.claims().string("sub").orElse(""), identifier.subjectRegistration()));
    }

    /** Reads the revocations recorded since the last read, with an overlap. */
    void load() {
        List<Revocation> recorded = QuarkusTransaction.requiringNew().call(() -> {
            Instant now = databaseClock.now();
            List<Revocation> since = repository.recordedSince(readUntil);
            if (status.isOn()) {
                repository.readSlotsRevokedSince(readUntil, setEntries::add);
            }
            readUntil = now.minus(OVERLAP);
            return since;
        });
        recorded.forEach(revocation -> {
            revoked.add(revocation.kind, revocation.identity, revocation.expiresAt);
            setEntries(revocation.statusEntries, revocation.expiresAt);
        });
        revoked.removeExpired(clock.instant());
        setEntries.removeExpired(clock.instant());
        // This node must stop signing with a revoked key before the next poll of the key ring, because its tokens are
        // already rejected.
        recorded.stream()
                .filter(revocation -> revocation.kind.equals(RevocationKind.KID.column()))
                .forEach(revocation -> keys.reloadIfHolding(revocation.identity));
    }

    private void setEntries(@Nullable String entries, Instant expiresAt) {
        if (entries != null && status.isOn()) {
            setEntries.add(entries, expiresAt);
        }
    }

    void onKeyCompromised(@Observes KeyCompromised event) {
        revoke(RevocationKind.KID, event.kid());
    }
}
