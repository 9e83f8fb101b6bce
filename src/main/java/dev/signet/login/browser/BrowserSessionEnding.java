package dev.signet.login.browser;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.tokens.session.BrowserSessionEnded;
import dev.signet.tokens.session.ExternalSessions;
import dev.signet.tokens.session.SessionEnd;
import dev.signet.tokens.session.SessionView;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

/** Lists browser sessions among the sessions of an account, and ends them. */
@ApplicationScoped
class BrowserSessionEnding implements ExternalSessions {

    private final BrowserSessionRepository repository;
    private final SecurityEvents events;
    private final Event<BrowserSessionEnded> ended;
    private final BrowserConfig config;
    private final Clock clock;

    BrowserSessionEnding(
            BrowserSessionRepository repository,
            SecurityEvents events,
            Event<BrowserSessionEnded> ended,
            BrowserConfig config,
            Clock clock) {
        this.repository = repository;
        this.events = events;
        this.ended = ended;
        this.config = config;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Page<SessionView> list(@Nullable UUID accountId, PageRequest request) {
        return repository.findLive(accountId, request, clock.instant()).map(session -> session.view(config.clientId()));
    }

    @Override
    @Transactional
    public boolean end(UUID id, @Nullable UUID accountId, SessionEnd reason) {
        return repository
                .findByIdOptional(id)
                .filter(session -> accountId == null || session.accountId.equals(accountId))
                .map(session -> end(session, reason))
                .orElse(false);
    }

    @Override
    @Transactional
    public int endAll(UUID accountId, @Nullable UUID except, SessionEnd reason) {
        return endEach(accountId, session -> !Objects.equals(session.id, except), reason);
    }

    @Override
    @Transactional
    public int endAllBefore(UUID accountId, Instant instant, SessionEnd reason) {
        return endEach(accountId, session -> session.authTime.isBefore(instant), reason);
    }

    private int endEach(UUID accountId, Predicate<StoredBrowserSession> chosen, SessionEnd reason) {
        int count = 0;
        for (StoredBrowserSession session : repository.of(accountId)) {
            if (chosen.test(session) && end(session, reason)) {
                count++;
            }
        }
        return count;
    }

    boolean end(StoredBrowserSession session, SessionEnd reason) {
        if (!repository.remove(session.id)) {
            return false;
        }
        events.record(SecurityEvent.of(EventType.SESSION_ENDED)
                .subject(session.id.toString())
                .client(config.clientId())
                .detail("account_id", session.accountId.toString())
                .detail("reason", reason.name().toLowerCase(Locale.ROOT)));
        ended.fire(new BrowserSessionEnded(session.id, session.accountId));
        return true;
    }
}
