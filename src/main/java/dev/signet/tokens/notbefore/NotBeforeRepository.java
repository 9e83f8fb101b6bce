package dev.signet.tokens.notbefore;

import dev.signet.database.SqlStatement;
import dev.signet.tokens.session.LiveSessions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Queries of the table of not-before instants. The time of setting is the database's own. */
@ApplicationScoped
class NotBeforeRepository implements PanacheRepositoryBase<StoredNotBefore, UUID> {

    private record Period(Instant since, Instant now) {}

    private static final SqlStatement<Period> MISSED = SqlStatement.<Period>of(
                    "select session.id from account_not_before n")
            .append(LiveSessions.join("n.account_id", "n.not_before", Period::now))
            .append(" where n.set_at > ", Period::since);

    /** Sets the instant, unless a later one is stored. */
    void set(UUID accountId, Instant notBefore) {
        int updatedRows = getEntityManager()
                .createNativeQuery("update account_not_before set set_at = current_timestamp,"
                        + " not_before = greatest(not_before, cast(:notBefore as timestamp with time zone))"
                        + " where account_id = :account")
                .setParameter("notBefore", notBefore)
                .setParameter("account", accountId)
                .executeUpdate();
        if (updatedRows == 0) {
            getEntityManager()
                    .createNativeQuery("insert into account_not_before (account_id, not_before, set_at)"
                            + " values (:account, :notBefore, current_timestamp)")
                    .setParameter("account", accountId)
                    .setParameter("notBefore", notBefore)
                    .executeUpdate();
        }
    }

    boolean hasLaterInstant(UUID accountId, Instant instant) {
        return count("accountId = ?1 and notBefore > ?2", accountId, instant) > 0;
    }

    /** Finds live sessions of a login before an instant that was set after {@code since}. */
    @SuppressWarnings("unchecked")
    List<UUID> findMissedSessions(Instant since, Instant now) {
        Query query = getEntityManager().createNativeQuery(MISSED.sql(), UUID.class);
        List<Object> values = MISSED.values(new Period(since, now));
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query.getResultList();
    }
}
