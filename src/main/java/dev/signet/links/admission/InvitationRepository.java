package dev.signet.links.admission;

import dev.signet.database.BatchedRemoval;
import dev.signet.web.paging.TimeCursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Queries of the table of invitations; the database deletes dependent rows by cascade. */
@ApplicationScoped
class InvitationRepository implements PanacheRepositoryBase<StoredInvitation, UUID> {

    Optional<StoredInvitation> live(UUID id, Instant now) {
        return find("id = ?1 and expiresAt > ?2", id, now).firstResultOptional();
    }

    /** Removes an invitation. Returns false if it does not exist. */
    boolean remove(UUID id) {
        return remove("id = :value", id);
    }

    void removeOf(String addressKey) {
        remove("address_key = :value", addressKey);
    }

    // Native SQL, because Hibernate would delete the dependent rows itself instead of leaving them to the cascade.
    private boolean remove(String condition, Object value) {
        return getEntityManager()
                        .createNativeQuery("delete from invitation where " + condition)
                        .setParameter("value", value)
                        .executeUpdate()
                == 1;
    }

    List<StoredInvitation> oldestFirst(@Nullable TimeCursor<UUID> after, int count, Instant now) {
        return getEntityManager()
                .createQuery(
                        "from StoredInvitation i where i.expiresAt > :now and (:first = true or i.createdAt > :at"
                                + " or (i.createdAt = :at and i.id > :id)) order by i.createdAt, i.id",
                        StoredInvitation.class)
                .setParameter("now", now)
                .setParameter("first", after == null)
                .setParameter("at", after == null ? Instant.EPOCH : after.at())
                .setParameter("id", after == null ? new UUID(0, 0) : after.id())
                .setMaxResults(count)
                .getResultList();
    }

    /** Removes one batch. */
    int removeExpired(Instant now) {
        return getEntityManager()
                .createNativeQuery("delete from invitation where id in"
                        + " (select id from invitation where expires_at <= :now"
                        + " order by expires_at fetch first " + BatchedRemoval.ROWS + " rows only)")
                .setParameter("now", now)
                .executeUpdate();
    }
}
