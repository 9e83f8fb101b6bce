package dev.signet.tokens.ticket;

import dev.signet.database.BatchedRemoval;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Optional;

/**
 * Queries of the ticket table, by the database's clock. One conditional update consumes a ticket; its row count
 * decides.
 */
@ApplicationScoped
class TicketRepository implements PanacheRepositoryBase<StoredTicket, byte[]> {

    Optional<StoredTicket> of(byte[] ticketHash) {
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

    /** Removes one batch of expired tickets. Returns their number. */
    int removeExpired() {
        return getEntityManager()
                .createNativeQuery("delete from ticket where ticket_hash in"
                        + " (select ticket_hash from ticket where expires_at <= current_timestamp"
                        + " order by expires_at fetch first " + BatchedRemoval.ROWS + " rows only)")
                .executeUpdate();
    }
}
