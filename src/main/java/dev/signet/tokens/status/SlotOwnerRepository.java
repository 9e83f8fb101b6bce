package dev.signet.tokens.status;

import dev.signet.database.expiry.ExpiredRows;
import dev.signet.database.expiry.ExpiringTable;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.UUID;

/** Queries of the table of slot owners. */
@ApplicationScoped
class SlotOwnerRepository implements PanacheRepositoryBase<SlotOwner, UUID>, ExpiringTable {

    private static final ExpiredRows EXPIRED = new ExpiredRows("status_slot_owner", "id", "remove_after");

    @Override
    public String tableName() {
        return EXPIRED.table();
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return EXPIRED.delete(getEntityManager(), now, limit);
    }
}
