package dev.signet.tokens.status;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;

/**
 * Row of the table of status lists. It has the number of reserved blocks, the time until which more can be reserved,
 * and the time until which tokens refer to the list.
 */
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
