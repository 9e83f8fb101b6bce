package dev.signet.tokens.ticket;

import dev.signet.database.expiry.ExpiredRows;
import dev.signet.database.expiry.ExpiringTable;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;

/**
 * Queries of the ticket table, by the database's clock. One conditional update consumes a ticket; its row count
 * decides.
 */
@ApplicationScoped
class TicketRepository implements PanacheRepositoryBase<StoredTicket, byte[]>, ExpiringTable {

    private static final ExpiredRows EXPIRED = new ExpiredRows("ticket", "ticket_hash", "expires_at");

    Optional<StoredTicket> findByHash(byte[] ticketHash) {
        return find("ticketHash", ticketHash).firstResultOptional();
    }

    /** Consumes a ticket. Returns false if it was used before, has expired, or is for another path. */
    boolean redeem(byte[] ticketHash, String path) {
        return getEntityManager()
                        .createNativeQuery("update ticket set redeemed_at = current_timestamp where ticket_hash = :hash"
                                + " and path = :path and redeemed_at is null and expires_at > current_timestamp")
                        .setParameter("hash", ticketHash)
                        .setParameter("path", path)
                        .executeUpdate()
                == 1;
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
