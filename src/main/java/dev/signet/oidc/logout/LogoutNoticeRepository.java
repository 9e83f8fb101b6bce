package dev.signet.oidc.logout;

import dev.signet.delivery.DeliveryTable;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;

/** Queries of the table of logout notices. */
@ApplicationScoped
class LogoutNoticeRepository implements DeliveryTable<LogoutNotice> {

    @Override
    public String tableName() {
        return "logout_notice";
    }

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
}
