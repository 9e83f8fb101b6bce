package dev.signet.tokens.session;

import dev.signet.accounts.Account;
import dev.signet.accounts.JoinedAccount;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvents;
import dev.signet.database.RoundTrip;
import dev.signet.database.RoundTrips;
import dev.signet.database.SqlStatement;
import dev.signet.tokens.access.AccessTokens;
import dev.signet.tokens.grant.SessionGrant;
import dev.signet.tokens.refresh.RefreshTokenReplacement;
import dev.signet.tokens.status.SlotOffer;
import dev.signet.tokens.status.TokenStatus;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The statement that rotates a refresh token, records the event and reads the data for the new tokens in one round
 * trip. The update decides: the later statements find the row by the hash of the replacement token, which contains 256
 * new random bits. So they find a row only if the update succeeded.
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

    /** The values of one rotation, each computed once. */
    private static final class Rotation {

        private final RefreshTokenReplacement replacement;
        private final UUID sessionId;
        private final byte[] replacementHash;
        private final int rolesLength;
        private final Instant now;
        private final Instant idleExpiresAt;
        private final Instant removeAfter;
        private final @Nullable SlotOffer slotOffer;

        Rotation(
                RefreshTokenReplacement replacement,
                int rolesLength,
                Instant now,
                Instant idleExpiresAt,
                Instant removeAfter,
                @Nullable SlotOffer slotOffer) {
            this.replacement = replacement;
            this.sessionId = replacement.presented().family();
            this.replacementHash = replacement.replacementHash();
            this.rolesLength = rolesLength;
            this.now = now;
            this.idleExpiresAt = idleExpiresAt;
            this.removeAfter = removeAfter;
            this.slotOffer = slotOffer;
        }

        // Only the part of the statement that assigns the slot has these parameters.
        SlotOffer slotOffer() {
            return Objects.requireNonNull(slotOffer);
        }

        long slot() {
            return slotOffer().slot().number();
        }
    }

    private static final EventType EVENT = EventType.TOKEN_REFRESHED;

    private static final SqlStatement<Rotation> ROTATE = SqlStatement.<Rotation>of(
                    "update session set" + " generation = generation + 1, previous_hash = current_hash")
            .append(", current_hash = ", rotation -> rotation.replacementHash)
            .append(", sealed_successor = ", rotation -> rotation.replacement.sealedReplacement())
            .append(", rotated_at = current_timestamp, last_used_at = ", rotation -> rotation.now)
            .append(", idle_expires_at = least(expires_at, ", rotation -> rotation.idleExpiresAt)
            .append("), remove_after = ", rotation -> rotation.removeAfter);

    // The slot stays as long as new tokens may refer to it. Then the offered slot replaces it, and it replaces the
    // previous slot.
    private static final SqlStatement<Rotation> ASSIGN_SLOT = SqlStatement.<Rotation>of(
                    ", status_slot_before = case when status_slot_until > ", rotation -> rotation.now)
            .append(" then status_slot_before else status_slot end")
            .append(", status_slot = case when status_slot_until > ", rotation -> rotation.now)
            .append(" then status_slot else ", Rotation::slot)
            .append(" end, status_slot_until = case when status_slot_until > ", rotation -> rotation.now)
            .append(
                    " then status_slot_until else ",
                    rotation -> rotation.slotOffer().retainUntil())
            .append(" end");

    private static final SqlStatement<Rotation> IF_PRESENTED = SqlStatement.<Rotation>of(" where ")
            .append(Session.refreshableCondition(rotation -> rotation.replacement, rotation -> rotation.now))
            .append(" and ")
            .append(JoinedAccount.rolesFitLength("session.account_id", rotation -> rotation.rolesLength));

    private static final SqlStatement<Rotation> EVENT_SOURCE = SqlStatement.<Rotation>of(
                    "select account_id as actor, cast(id as varchar) as subject, client_id as client from session")
            .append(" where id = ", rotation -> rotation.sessionId)
            .append(" and current_hash = ", rotation -> rotation.replacementHash);

    private static final SqlStatement<Rotation> READ = SqlStatement.<Rotation>of(
                    "select " + Session.COLUMNS + ", " + JoinedAccount.COLUMNS + " from session ")
            .append(JoinedAccount.join(SqlStatement.of("session.account_id")))
            .append(" where session.id = ", rotation -> rotation.sessionId)
            .append(" and session.current_hash = ", rotation -> rotation.replacementHash);

    private final RoundTrip<Rotation> withoutOutbox;
    private final RoundTrip<Rotation> withOutbox;
    private final SecurityEvents events;
    private final TokenStatus status;

    RefreshRotationStatement(RoundTrips roundTrips, SecurityEvents events, TokenStatus status) {
        SqlStatement<Rotation> rotate = (status.isOn() ? ROTATE.append(ASSIGN_SLOT) : ROTATE).append(IF_PRESENTED);
        SqlStatement<Rotation> record = events.recordEach(EVENT, EVENT_SOURCE);
        this.withoutOutbox = roundTrips.of(List.of(rotate, record, READ));
        // One more statement, only if there are subscribers for the event.
        this.withOutbox = events.storeEachInOutbox(EVENT, EVENT_SOURCE)
                .map(store -> roundTrips.of(List.of(rotate, record, store, READ)))
                .orElse(withoutOutbox);
        this.events = events;
        this.status = status;
    }

    /**
     * Rotates the presented refresh token. Returns empty if it is not the current one, or if its account may not
     * receive tokens. Also returns empty if the roles of the account are longer than {@code rolesLength} ({@link
     * AccessTokens#rolesLength}).
     */
    Optional<RotatedSession> run(
            RefreshTokenReplacement replacement,
            int rolesLength,
            Instant now,
            Instant idleExpiresAt,
            Instant removeAfter) {
        SlotOffer slotOffer = status.isOn() ? status.offer() : null;
        RoundTrip<Rotation> roundTrip = events.isStoredInOutbox(EVENT) ? withOutbox : withoutOutbox;
        Optional<RotatedSession> rotated = roundTrip.run(
                new Rotation(replacement, rolesLength, now, idleExpiresAt, removeAfter, slotOffer),
                rows -> rows.next() ? Optional.of(read(rows, replacement)) : Optional.empty());
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
        Session session = Session.read(replacement.presented().family(), replacement.clientId(), rows);
        return new RotatedSession(
                session.grant(),
                session.idleExpiresAt,
                session.statusSlot,
                JoinedAccount.readActive(rows, Session.COLUMN_COUNT + 1));
    }
}
