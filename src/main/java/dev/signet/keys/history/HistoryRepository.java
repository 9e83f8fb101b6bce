package dev.signet.keys.history;

import dev.signet.database.UniqueViolation;
import dev.signet.jose.jwk.Jwk;
import dev.signet.keys.KeyState;
import dev.signet.web.paging.Cursor;
import dev.signet.web.paging.ListOrder;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import dev.signet.web.paging.PagedQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.util.List;

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

    /**
     * Returns the keys whose current state is missing from the history, oldest first. A key enters each state at most
     * once. One statement reads both tables, so that a concurrent change of a key is either in both or in none.
     */
    List<StateChange> findUnrecorded() {
        return getEntityManager()
                .createQuery(
                        "select k.publicJwk, k.state from StoredKey k where not exists"
                                + " (select 1 from HistoryEntry h where h.kid = k.kid and h.state = k.state)"
                                + " order by k.createdAt, k.kid",
                        Object[].class)
                .getResultStream()
                .map(row -> new StateChange(Jwk.parse((String) row[0]), (KeyState) row[1]))
                .toList();
    }
}
