package dev.signet.tokens.session;

import dev.signet.database.expiry.ExpiredRows;
import dev.signet.database.expiry.ExpiringTable;
import dev.signet.keys.KeySchedule;
import dev.signet.web.paging.Cursor;
import dev.signet.web.paging.ListOrder;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import dev.signet.web.paging.PagedQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Queries of the session table. A change that may happen only once is a conditional update whose row count decides. */
@ApplicationScoped
class SessionRepository implements PanacheRepositoryBase<Session, UUID>, ExpiringTable {

    private static final ExpiredRows EXPIRED = new ExpiredRows("session", "id", "remove_after");
    private static final ListOrder<Session> NEWEST_FIRST =
            ListOrder.descending(Cursor.ofTime(session -> session.createdAt, session -> session.id), "createdAt", "id");

    private final KeySchedule schedule;

    SessionRepository(KeySchedule schedule) {
        this.schedule = schedule;
    }

    /** Ends a live session. Returns false if it had already ended. */
    boolean end(UUID id, SessionEnd reason, Instant now) {
        return update(
                        "endedAt = ?1, removeAfter = ?1, endReason = ?2 where id = ?3 and endedAt is null",
                        now,
                        reason.wire(),
                        id)
                == 1;
    }

    /**
     * Reads the status list slots that unexpired tokens of a session refer to, from the database and not from a row
     * that was loaded before.
     */
    List<Long> statusSlots(UUID id) {
        return getEntityManager()
                .createQuery("select s.statusSlot, s.statusSlotBefore from Session s where s.id = :id", Object[].class)
                .setParameter("id", id)
                .getResultStream()
                .flatMap(Arrays::stream)
                .filter(Objects::nonNull)
                .map(Long.class::cast)
                .toList();
    }

    List<UUID> liveOf(UUID accountId, Instant now) {
        return getEntityManager()
                .createQuery(
                        "select s.id from Session s where s.accountId = :account and s.endedAt is null"
                                + " and s.idleExpiresAt > :now",
                        UUID.class)
                .setParameter("account", accountId)
                .setParameter("now", now)
                .getResultList();
    }

    /** Changes the slot of a session. The previous slot is kept for the tokens that refer to it. */
    void changeSlot(UUID id, Long slot, Instant until) {
        update("statusSlotBefore = statusSlot, statusSlot = ?1, statusSlotUntil = ?2 where id = ?3", slot, until, id);
    }

    List<UUID> liveBefore(UUID accountId, Instant authTime, Instant now) {
        return getEntityManager()
                .createQuery(
                        "select s.id from Session s where s.accountId = :account and s.authTime < :authTime"
                                + " and s.endedAt is null and s.idleExpiresAt > :now",
                        UUID.class)
                .setParameter("account", accountId)
                .setParameter("authTime", authTime)
                .setParameter("now", now)
                .getResultList();
    }

    List<Session> findByBrowserSession(UUID browserSessionId, Instant now) {
        return list("browserSessionId = ?1 and endedAt is null and idleExpiresAt > ?2", browserSessionId, now);
    }

    List<UUID> liveOfClient(String clientId, Instant now) {
        return getEntityManager()
                .createQuery(
                        "select s.id from Session s where s.clientId = :client and s.endedAt is null"
                                + " and s.idleExpiresAt > :now",
                        UUID.class)
                .setParameter("client", clientId)
                .setParameter("now", now)
                .getResultList();
    }

    List<UUID> liveOf(UUID accountId, String clientId, Instant now) {
        return getEntityManager()
                .createQuery(
                        "select s.id from Session s where s.accountId = :account and s.clientId = :client"
                                + " and s.endedAt is null and s.idleExpiresAt > :now",
                        UUID.class)
                .setParameter("account", accountId)
                .setParameter("client", clientId)
                .setParameter("now", now)
                .getResultList();
    }

    /**
     * Lists active sessions, newest first.
     *
     * @param accountId the account; null for all accounts
     */
    Page<Session> listActive(@Nullable UUID accountId, PageRequest request, Instant now) {
        PagedQuery<Session> query = PagedQuery.of(getEntityManager(), Session.class, NEWEST_FIRST)
                .filter("e.endedAt is null and e.idleExpiresAt > :now")
                .with("now", now);
        if (accountId != null) {
            query.filter("e.accountId = :account").with("account", accountId);
        }
        return query.page(request);
    }

    /** Returns the number of rows, counted up to a limit. */
    long countUpTo(int limit) {
        return (Long) getEntityManager()
                .createNativeQuery("select count(*)" + rows(limit), Long.class)
                .getSingleResult();
    }

    /** Returns the number of live sessions among at most {@code limit} rows. */
    long countLiveAmong(int limit, Instant now) {
        return (Long) getEntityManager()
                .createNativeQuery(
                        "select count(*)" + rows(limit) + " where ended_at is null and idle_expires_at > :now",
                        Long.class)
                .setParameter("now", now)
                .getSingleResult();
    }

    private static String rows(int limit) {
        return " from (select ended_at, idle_expires_at from session fetch first " + limit + " rows only) s";
    }

    @Override
    public String tableName() {
        return EXPIRED.table();
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        // An ended session is retained as long as a token of it can be valid.
        Instant time = now.minus(schedule.longestTokenLife()).minus(schedule.clockSkew());
        return EXPIRED.delete(getEntityManager(), time, limit);
    }
}
