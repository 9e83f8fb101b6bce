package dev.signet.tokens.session;

import dev.signet.tokens.status.SlotOffer;
import dev.signet.tokens.status.TokenStatus;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Status list slot of a session for further access tokens of the same generation. */
@Singleton
final class SessionStatusSlot {

    private final SessionRepository sessions;
    private final TokenStatus status;
    private final Clock clock;

    SessionStatusSlot(SessionRepository sessions, TokenStatus status, Clock clock) {
        this.sessions = sessions;
        this.status = status;
        this.clock = clock;
    }

    /**
     * Returns an entry of the session's slot or of a new slot; null without status lists. The current transaction must
     * have updated the session.
     */
    @Nullable
    Map<String, Object> next(Session session) {
        if (!status.isOn()) {
            return null;
        }
        Instant now = clock.instant();
        Long slot = session.statusSlot;
        if (session.statusSlotUntil == null || !session.statusSlotUntil.isAfter(now)) {
            SlotOffer slotOffer = status.offer();
            slot = slotOffer.slot().number();
            sessions.changeSlot(session.id, slot, slotOffer.retainUntil());
        }
        return status.ofSession(slot, (int) (now.getEpochSecond() % Integer.MAX_VALUE));
    }
}
