package dev.signet.tokens.notbefore;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.util.UUID;

/** Row of the table of not-before instants. */
@Entity
@Table(name = "account_not_before")
class StoredNotBefore {

    @Id
    UUID accountId;

    Instant notBefore;
    Instant setAt;

    protected StoredNotBefore() {}
}
