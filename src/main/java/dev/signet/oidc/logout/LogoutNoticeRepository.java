package dev.signet.oidc.logout;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Queries of the table of logout notices. */
@ApplicationScoped
class LogoutNoticeRepository implements PanacheRepositoryBase<LogoutNotice, UUID> {

    /** Returns the ids of clients with due notices, the longest overdue first. */
    List<String> findDueClients(Instant now, int count) {
        return getEntityManager()
                .createQuery(
                        "select n.clientId from LogoutNotice n where n.nextAttemptAt <= :now"
                                + " group by n.clientId order by min(n.nextAttemptAt)",
                        String.class)
                .setParameter("now", now)
                .setMaxResults(count)
                .getResultList();
    }

    List<LogoutNotice> findDue(String clientId, Instant now, int count) {
        return find("clientId = ?1 and nextAttemptAt <= ?2 order by nextAttemptAt", clientId, now)
                .page(0, count)
                .list();
    }

    /** Claims the next attempt for this node; returns false if another node has claimed it. */
    boolean claim(UUID id, int attemptsBefore, Instant nextAttemptAt) {
        return update(
                        "attempts = attempts + 1, nextAttemptAt = ?1 where id = ?2 and attempts = ?3",
                        nextAttemptAt,
                        id,
                        attemptsBefore)
                == 1;
    }

    void remove(UUID id) {
        delete("id", id);
    }
}
