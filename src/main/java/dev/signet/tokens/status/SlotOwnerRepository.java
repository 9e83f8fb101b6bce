package dev.signet.tokens.status;

import dev.signet.database.BatchedRemoval;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.UUID;

/** Queries of the table of slot owners. */
@ApplicationScoped
class SlotOwnerRepository implements PanacheRepositoryBase<SlotOwner, UUID> {

    /** Removes one batch of expired rows. Returns the number of removed rows. */
    int removeExpired(Instant now) {
        return getEntityManager()
                .createNativeQuery("delete from status_slot_owner where id in"
                        + " (select id from status_slot_owner where remove_after < :now"
                        + " order by remove_after fetch first " + BatchedRemoval.ROWS + " rows only)")
                .setParameter("now", now)
                .executeUpdate();
    }
}
