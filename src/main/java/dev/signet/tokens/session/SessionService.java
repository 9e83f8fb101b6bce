package dev.signet.tokens.session;

import dev.signet.accounts.event.AccessReduced;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.tokens.refresh.RefreshToken;
import dev.signet.tokens.refresh.RefreshTokenMac;
import dev.signet.tokens.revocation.RevocationKind;
import dev.signet.tokens.revocation.Revocations;
import dev.signet.tokens.status.SetEntries;
import dev.signet.tokens.status.StatusSlot;
import dev.signet.tokens.status.TokenStatus;
import dev.signet.web.paging.Cursor;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** List and end of sessions. Ending a session ends its refresh-token family and all its access tokens on all nodes. */
@ApplicationScoped
public class SessionService {

    // The same order as in the databases, which compare ids octet by octet.
    private static final Comparator<SessionView> NEWEST_FIRST = Comparator.comparing(SessionView::createdAt)
            .thenComparing(row -> row.id().toString())
            .reversed();
    private static final Cursor<SessionView> CURSOR = Cursor.ofTime(SessionView::createdAt, SessionView::id);

    private final SessionRepository sessions;
    private final Revocations revocations;
    private final SecurityEvents events;
    private final RefreshTokenMac mac;
    private final TokenStatus status;
    private final Instance<ExternalSessions> externalSessions;
    private final Event<SessionEnded> ended;
    private final Clock clock;

    SessionService(
            SessionRepository sessions,
            Revocations revocations,
            SecurityEvents events,
            RefreshTokenMac mac,
            TokenStatus status,
            Instance<ExternalSessions> externalSessions,
            Event<SessionEnded> ended,
            Clock clock) {
        this.sessions = sessions;
        this.revocations = revocations;
        this.events = events;
        this.mac = mac;
        this.status = status;
        this.externalSessions = externalSessions;
        this.ended = ended;
        this.clock = clock;
    }

    /**
     * Lists live sessions, newest first.
     *
     * @param accountId the account; null for all accounts
     * @param current the session to mark as the current one
     */
    @Transactional
    public Page<SessionView> list(@Nullable UUID accountId, PageRequest request, @Nullable UUID current) {
        Page<SessionView> clientSessions = sessions.listActive(accountId, request, clock.instant())
                .map(session -> session.view(session.id.equals(current)));
        List<Page<SessionView>> pages = Stream.concat(
                        Stream.of(clientSessions),
                        externalSessions.stream().map(other -> other.list(accountId, request)))
                .toList();
        return Page.merged(pages, request, NEWEST_FIRST, CURSOR);
    }

    /** Ends a session. Returns false if it does not exist or had already ended. */
    @Transactional
    public boolean end(UUID id, SessionEnd reason) {
        return endClientSession(id, reason) || externalSessions.stream().anyMatch(other -> other.end(id, null, reason));
    }

    /**
     * Ends a client session with the present transaction. Returns false if it does not exist or had already ended;
     * sessions that other packages store are ignored.
     */
    public boolean endClientSession(UUID id, SessionEnd reason) {
        if (!sessions.end(id, reason, clock.instant())) {
            return false;
        }
        revocations.revoke(RevocationKind.SID, id.toString(), status.isOn() ? slots(id) : null);
        sessions.findByIdOptional(id).ifPresent(session -> {
            events.record(SecurityEvent.of(EventType.SESSION_ENDED)
                    .subject(id.toString())
                    .client(session.clientId)
                    .detail("account_id", session.accountId.toString())
                    .detail("reason", reason.wire()));
            ended.fire(new SessionEnded(id, session.accountId, session.clientId, reason));
        });
        return true;
    }

    private @Nullable String slots(UUID id) {
        String slots = sessions.statusSlots(id).stream()
                .map(number -> SetEntries.text(new StatusSlot(number)))
                .collect(Collectors.joining(" "));
        return slots.isEmpty() ? null : slots;
    }

    /**
     * Ends a session of an account. Returns false if the account has no such session, so that the existence of another
     * account's session is not revealed.
     */
    @Transactional
    public boolean endOwn(UUID accountId, UUID id, SessionEnd reason) {
        boolean isEnded = sessions.findByIdOptional(id)
                .filter(session -> session.accountId.equals(accountId))
                .map(session -> endClientSession(id, reason))
                .orElse(false);
        return isEnded || externalSessions.stream().anyMatch(other -> other.end(id, accountId, reason));
    }

    /** Ends the session of a refresh token of any generation. Ignores invalid tokens. */
    @Transactional
    public void endByRefreshToken(String presented, SessionEnd reason) {
        RefreshToken token = RefreshToken.parse(presented, mac);
        if (token != null) {
            endClientSession(token.family(), reason);
        }
    }

    /** Ends all live sessions of an account except one, if given. Returns their number. */
    @Transactional
    public int endAll(UUID accountId, @Nullable UUID except, SessionEnd reason) {
        int ended = endClientSessionsOf(accountId, except, reason);
        ended += externalSessions.stream()
                .mapToInt(other -> other.endAll(accountId, except, reason))
                .sum();
        // Sessions that were opened from one of those during the loop.
        return ended + endClientSessionsOf(accountId, except, reason);
    }

    private int endClientSessionsOf(UUID accountId, @Nullable UUID except, SessionEnd reason) {
        int ended = 0;
        for (UUID id : sessions.liveOf(accountId, clock.instant())) {
            if (!id.equals(except) && endClientSession(id, reason)) {
                ended++;
            }
        }
        return ended;
    }

    /** Ends all live sessions of an account that were authenticated before an instant. Returns their number. */
    @Transactional
    public int endAllBefore(UUID accountId, Instant instant, SessionEnd reason) {
        int ended = 0;
        for (UUID id : sessions.liveBefore(accountId, instant, clock.instant())) {
            if (endClientSession(id, reason)) {
                ended++;
            }
        }
        return ended
                + externalSessions.stream()
                        .mapToInt(other -> other.endAllBefore(accountId, instant, reason))
                        .sum();
    }

    /** Ends all live sessions of one client for an account. Returns their number. */
    @Transactional
    public int endAllOfClient(UUID accountId, String clientId, SessionEnd reason) {
        int ended = 0;
        for (UUID id : sessions.liveOf(accountId, clientId, clock.instant())) {
            if (endClientSession(id, reason)) {
                ended++;
            }
        }
        return ended;
    }

    void onAccessReduced(@Observes AccessReduced event) {
        endAll(event.accountId(), event.exceptSessionId(), SessionEnd.ACCESS_REDUCED);
    }
}
