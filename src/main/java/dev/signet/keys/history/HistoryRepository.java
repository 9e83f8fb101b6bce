package dev.signet.keys.history;

import dev.signet.database.UniqueViolation;
import dev.signet.keys.KeyState;
import dev.signet.web.paging.Cursor;
import dev.signet.web.paging.ListOrder;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import dev.signet.web.paging.PagedQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.stream.Collectors;

/** Queries of the key history. Entries are only added. */
@ApplicationScoped
class HistoryRepository implements PanacheRepositoryBase<HistoryEntry, Long> {

    private static final ListOrder<HistoryEntry> OLDEST_FIRST =
            ListOrder.ascending(Cursor.ofNumber(entry -> entry.sequence), "sequence");

    @Nullable
    HistoryEntry findLast() {
        return find("order by sequence desc").page(0, 1).firstResult();
    }

    /**
     * Adds the next entry. The primary key allows only one node to add it.
     *
     * @throws HistoryConflictException if another node added it first
     */
    void append(HistoryEntry entry) {
        try {
            persistAndFlush(entry);
        } catch (RuntimeException e) {
            if (UniqueViolation.isCauseOf(e)) {
                throw new HistoryConflictException();
            }
            throw e;
        }
    }

    Page<HistoryEntry> oldestFirst(PageRequest request) {
        return PagedQuery.of(getEntityManager(), HistoryEntry.class, OLDEST_FIRST)
                .page(request);
    }

    /** A state of a key that the history contains. A key enters each state at most once. */
    record RecordedState(String kid, KeyState state) {}

    Set<RecordedState> findRecorded() {
        return getEntityManager()
                .createQuery("select h.kid, h.state from HistoryEntry h", Object[].class)
                .getResultStream()
                .map(row -> new RecordedState((String) row[0], (KeyState) row[1]))
                .collect(Collectors.toSet());
    }
}
