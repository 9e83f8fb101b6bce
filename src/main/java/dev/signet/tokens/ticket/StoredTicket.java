package dev.signet.tokens.ticket;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;

/** Row of the ticket table; useless without the ticket itself. */
@Entity
@Table(name = "ticket")
class StoredTicket {

    @Id
    byte[] ticketHash;

    String path;
    byte[] sealedToken;
    Instant expiresAt;
    Instant redeemedAt;

    protected StoredTicket() {}

    StoredTicket(byte[] ticketHash, String path, byte[] sealedToken, Instant expiresAt) {
        this.ticketHash = ticketHash;
        this.path = path;
        this.sealedToken = sealedToken;
        this.expiresAt = expiresAt;
    }
}
