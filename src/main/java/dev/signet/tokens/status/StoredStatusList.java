package dev.signet.tokens.status;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;

/** A list as the table holds it: how much of it has been given to nodes, until when more is, and how long tokens refer to it. */
@Entity
@Table(name = "status_list")
class StoredStatusList {

    @Id
    Long id;

    int nextBlock;
    Instant closesAt;
    Instant removeAfter;

    protected StoredStatusList() {}

    StoredStatusList(long id, int nextBlock, Instant closesAt, Instant removeAfter) {
        this.id = id;
        this.nextBlock = nextBlock;
        this.closesAt = closesAt;
        this.removeAfter = removeAfter;
    }
}
