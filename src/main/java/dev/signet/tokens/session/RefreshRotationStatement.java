package dev.signet.tokens.session;

import dev.signet.accounts.Account;
import dev.signet.accounts.JoinedAccount;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvents;
import dev.signet.database.RoundTrip;
import dev.signet.database.RoundTrips;
import dev.signet.tokens.access.AccessTokens;
import dev.signet.tokens.grant.AuthenticationContext;
import dev.signet.tokens.grant.SessionGrant;
import dev.signet.tokens.refresh.RefreshTokenReplacement;
import dev.signet.tokens.status.SlotOffer;
import dev.signet.tokens.status.TokenStatus;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The statement that rotates a refresh token, records the event and reads the data for the new tokens in one round
 * trip. The update decides: the later statements find the row by the hash of the replacement token, which is stored
 * only if the update succeeded, because it is the hash of 256 new random bits.
 */
@Singleton
final class RefreshRotationStatement {

    /**
     * The session after the rotation; without an account if the account lost the right to receive tokens at that
     * moment.
     */
    record RotatedSession(
            SessionGrant sessionGrant,
            Instant idleExpiresAt,
            @Nullable Long statusSlot,
            Optional<Account> account) {}

    private static final String ROTATE = """
            update session set
                generation = generation + 1, previous_hash = current_hash, current_hash = ?, sealed_successor = ?,
                rotated_at = current_timestamp, last_used_at = ?, idle_expires_at = least(expires_at, ?), remove_after = ?{slot}
            where id = ? and generation = ? and current_hash = ? and client_id = ?
                and ended_at is null and idle_expires_at > ? and (dpop_jkt is null or dpop_jkt = ?)
                and\s""" + JoinedAccount.activeCondition("session.account_id") + " and "
            + JoinedAccount.rolesFitLength("session.account_id");

    private static final EventType EVENT = EventType.TOKEN_REFRESHED;

    private static final String EVENT_SOURCE = """
            select account_id as actor, cast(id as varchar) as subject, client_id as client
            from session where id = ? and current_hash = ?""";

    private static final String READ = """
            select session.account_id, session.audience, session.scope, session.acr, session.amr, session.auth_time,
                session.idle_expires_at, session.status_slot,\s""" + JoinedAccount.COLUMNS + " from session "
            + JoinedAccount.join("session.account_id")
            + " where session.id = ? and session.current_hash = ?";

    private static final int ACCOUNT = 9;

    // The slot stays as long as new tokens may refer to it. Then the offered slot replaces it, and it replaces the
    // previous slot.
    private static final String SLOT = """
            ,
                status_slot_before = case when status_slot_until > ? then status_slot_before else status_slot end,
                status_slot = case when status_slot_until > ? then status_slot else ? end,
                status_slot_until = case when status_slot_until > ? then status_slot_until else ? end""";

    private final RoundTrip withoutNote;
    private final RoundTrip withNote;
    private final SecurityEvents events;
    private final TokenStatus status;

    RefreshRotationStatement(RoundTrips roundTrips, SecurityEvents events, TokenStatus status) {
        String rotate = ROTATE.replace("{slot}", status.isOn() ? SLOT : "");
        String record = SecurityEvents.recordEach(EVENT_SOURCE);
        this.withoutNote = roundTrips.of(rotate, record, READ);
        // One more statement, only if there are subscribers for the event.
        this.withNote = events.noteEach(EVENT, EVENT_SOURCE)
                .map(note -> roundTrips.of(rotate, record, note, READ))
                .orElse(withoutNote);
        this.events = events;
        this.status = status;
    }

    /**
     * Rotates the presented refresh token. Returns empty if it is not the current one, its account may not receive
     * tokens, or the roles of the account have more characters ({@link AccessTokens#rolesLength}) than {@code
     * rolesLength}.
     */
    Optional<RotatedSession> run(
            RefreshTokenReplacement replacement,
            int rolesLength,
            Instant now,
            Instant idleExpiresAt,
            Instant removeAfter) {
        UUID family = replacement.presented().family();
        byte[] replacementHash = replacement.replacementHash();
        List<Object> parameters = new ArrayList<>();
        Collections.addAll(
                parameters, replacementHash, replacement.sealedReplacement(), now, idleExpiresAt, removeAfter);
        SlotOffer slotOffer = status.isOn() ? status.offer() : null;
        if (slotOffer != null) {
            long slot = slotOffer.slot().number();
            Collections.addAll(parameters, now, now, slot, now, slotOffer.retainUntil());
        }
        Collections.addAll(
                parameters,
                family,
                replacement.presented().generation(),
                replacement.presentedHash(),
                replacement.clientId(),
                now,
                replacement.keyThumbprint(),
                rolesLength);
        boolean isStoredInOutbox = events.isStoredInOutbox(EVENT);
        parameters.addAll(events.parameters(EVENT));
        Collections.addAll(parameters, family, replacementHash);
        if (isStoredInOutbox) {
            parameters.addAll(events.noteParameters(EVENT));
            Collections.addAll(parameters, family, replacementHash);
        }
        Collections.addAll(parameters, family, replacementHash);
        RoundTrip roundTrip = isStoredInOutbox ? withNote : withoutNote;
        Optional<RotatedSession> rotated = roundTrip.run(
                parameters, rows -> rows.next() ? Optional.of(read(rows, replacement)) : Optional.empty());
        if (slotOffer != null
                && !rotated.map(RotatedSession::statusSlot)
                        .filter(slot -> slot == slotOffer.slot().number())
                        .isPresent()) {
            status.release(slotOffer);
        }
        if (rotated.isPresent()) {
            events.count(EVENT);
        }
        return rotated;
    }

    private static RotatedSession read(ResultSet rows, RefreshTokenReplacement replacement) throws SQLException {
        SessionGrant sessionGrant = new SessionGrant(
                replacement.presented().family(),
                rows.getObject(1, UUID.class),
                replacement.clientId(),
                SessionGrant.list(rows.getString(2)),
                rows.getString(3),
                AuthenticationContext.ofStored(
                        rows.getString(4),
                        rows.getString(5),
                        rows.getObject(6, OffsetDateTime.class).toInstant()));
        Instant idleExpiresAt = rows.getObject(7, OffsetDateTime.class).toInstant();
        return new RotatedSession(
                sessionGrant,
                idleExpiresAt,
                rows.getObject(8, Long.class),
                JoinedAccount.activeCondition(rows, ACCOUNT));
    }
}
