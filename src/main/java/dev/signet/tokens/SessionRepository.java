package dev.signet.tokens;

import dev.signet.database.BatchedRemoval;
import dev.signet.web.TimeCursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Queries of the session table. What may happen once is one conditional update whose row count decides. */
@ApplicationScoped
class SessionRepository implements PanacheRepositoryBase<Session, UUID> {

    private static final UUID NIL = new UUID(0, 0);

    /** Ends a live session; false if it had ended before. */
    boolean end(UUID id, SessionEnd reason, Instant now) {
        return update(
                        "endedAt = ?1, removeAfter = ?1, endReason = ?2 where id = ?3 and endedAt is null",
                        now,
                        reason.wire(),
                        id)
                == 1;
    }

    /** The slots in status lists that unexpired tokens of a session refer to, as they are now and not as they were read before. */
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

    /** Gives a session another slot; that of before is kept for the tokens that refer to it. */
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

    List<Session> startedFrom(UUID browserSessionId, Instant now) {
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

    /** Live sessions, newest first, of one account or of all. */
    List<Session> live(@Nullable UUID accountId, @Nullable TimeCursor<UUID> after, int count, Instant now) {
        return getEntityManager()
                .createQuery(
                        "from Session s where (:everyone = true or s.accountId = :account) and s.endedAt is null"
                                + " and s.idleExpiresAt > :now"
                                + " and (:first = true or s.createdAt < :at or (s.createdAt = :at and s.id < :id))"
                                + " order by s.createdAt desc, s.id desc",
                        Session.class)
                .setParameter("everyone", accountId == null)
                .setParameter("account", accountId == null ? NIL : accountId)
                .setParameter("now", now)
                .setParameter("first", after == null)
                .setParameter("at", after == null ? Instant.EPOCH : after.at())
                .setParameter("id", after == null ? NIL : after.id())
                .setMaxResults(count)
                .getResultList();
    }

    /** Removes one batch; the condition stands twice, because a row may change while the statement waits for it. */
    int removeThoseDueBefore(Instant limit) {
        return getEntityManager()
                .createNativeQuery("delete from session where remove_after < :limit and id in"
                        + " (select id from session where remove_after < :limit"
                        + " order by remove_after fetch first " + BatchedRemoval.ROWS + " rows only)")
                .setParameter("limit", limit)
                .executeUpdate();
    }
}
