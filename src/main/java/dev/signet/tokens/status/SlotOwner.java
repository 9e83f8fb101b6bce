package dev.signet.tokens.status;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.util.UUID;

/** Row with slots whose tokens are revoked together with their owner, by the kind and identity of that revocation. */
@Entity
@Table(name = "status_slot_owner")
class SlotOwner {

    @Id
    UUID id;

    String kind;
    String identity;
    String slots;
    Instant removeAfter;

    protected SlotOwner() {}

    SlotOwner(String kind, String identity, String slots, Instant removeAfter) {
        this.id = UUID.randomUUID();
        this.kind = kind;
        this.identity = identity;
        this.slots = slots;
        this.removeAfter = removeAfter;
    }
}
