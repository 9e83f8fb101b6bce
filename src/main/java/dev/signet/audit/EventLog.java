package dev.signet.audit;

import dev.signet.error.ServiceException;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** Reads the event record. */
@ApplicationScoped
class EventLog {

    private final RecordedEventRepository repository;

    EventLog(RecordedEventRepository repository) {
        this.repository = repository;
    }

    /** Lists events, newest first, optionally of one type. */
    @Transactional
    Page<EventView> list(PageRequest request, @Nullable String type) {
        if (type != null) {
            try {
                EventType.ofWire(type);
            } catch (IllegalArgumentException e) {
                throw ServiceException.invalidMember("type", "type is not a known event type");
            }
        }
        return repository.newestFirst(request, type).map(RecordedEvent::view);
    }
}
