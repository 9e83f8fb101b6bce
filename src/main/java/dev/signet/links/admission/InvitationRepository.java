package dev.signet.links.admission;

import dev.signet.database.expiry.ExpiredRows;
import dev.signet.database.expiry.ExpiringTable;
import dev.signet.web.paging.Cursor;
import dev.signet.web.paging.ListOrder;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import dev.signet.web.paging.PagedQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Queries of the table of invitations; the database deletes dependent rows by cascade. */
@ApplicationScoped
class InvitationRepository implements PanacheRepositoryBase<StoredInvitation, UUID>, ExpiringTable {

    private static final ExpiredRows EXPIRED = new ExpiredRows("invitation", "id", "expires_at");
    private static final ListOrder<StoredInvitation> OLDEST_FIRST = ListOrder.ascending(
            Cursor.ofTime(invitation -> invitation.createdAt, invitation -> invitation.id), "createdAt", "id");

    Optional<StoredInvitation> findUnexpired(UUID id, Instant now) {
        return find("id = ?1 and expiresAt > ?2", id, now).firstResultOptional();
    }

    /** Removes an invitation. Returns false if it does not exist. */
    boolean remove(UUID id) {
        return remove("id = :value", id);
    }

    void removeOf(String emailKey) {
        remove("address_key = :value", emailKey);
    }

    // Native SQL, because Hibernate would delete the dependent rows itself instead of leaving them to the cascade.
    private boolean remove(String condition, Object value) {
        return getEntityManager()
                        .createNativeQuery("delete from invitation where " + condition)
                        .setParameter("value", value)
                        .executeUpdate()
                == 1;
    }

    Page<StoredInvitation> oldestFirst(PageRequest request, Instant now) {
        return PagedQuery.of(getEntityManager(), StoredInvitation.class, OLDEST_FIRST)
                .filter("e.expiresAt > :now")
                .with("now", now)
                .page(request);
    }

    @Override
    public String tableName() {
        return EXPIRED.table();
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return EXPIRED.delete(getEntityManager(), now, limit);
    }
}
