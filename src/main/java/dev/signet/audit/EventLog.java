package dev.signet.audit;

import dev.signet.database.BatchedRemoval;
import dev.signet.error.ServiceException;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;

/** Reads the event record, and removes events after their retention. */
@ApplicationScoped
public class EventLog {

    private final RecordedEventRepository repository;
    private final BatchedRemoval removal;
    private final AuditConfig config;
    private final Clock clock;

    EventLog(RecordedEventRepository repository, BatchedRemoval removal, AuditConfig config, Clock clock) {
        this.repository = repository;
        this.removal = removal;
        this.config = config;
        this.clock = clock;
    }

    /** Lists events, newest first, optionally of one type. */
    @Transactional
    public Page<EventView> list(PageRequest request, @Nullable String type) {
        if (type != null) {
            try {
                EventType.ofWire(type);
            } catch (IllegalArgumentException e) {
                throw ServiceException.invalidMember("type", "type is not a known event type");
            }
        }
        return repository.newestFirst(request, type).map(RecordedEvent::view);
    }

    /** Removes events older than the retention, and returns their number. */
    public long removeExpired() {
        Instant limit = clock.instant().minus(config.retention());
        return removal.run(() -> repository.deleteOlderThan(limit));
    }
}
