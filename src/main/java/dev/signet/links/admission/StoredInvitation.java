package dev.signet.links.admission;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** An invitation as stored in the table. */
@Entity
@Table(name = "invitation")
class StoredInvitation {

    @Id
    UUID id;

    @Column(name = "address")
    String email;

    @Column(name = "address_key")
    String emailKey;

    @Nullable
    String username;

    @Nullable
    UUID invitedBy;

    Instant createdAt;
    Instant expiresAt;

    @ElementCollection
    @CollectionTable(name = "invitation_role", joinColumns = @JoinColumn(name = "invitation_id"))
    @Column(name = "role")
    @BatchSize(size = 200)
    Set<String> roles = new HashSet<>();

    Invitation view() {
        return new Invitation(id, email, username, List.copyOf(new TreeSet<>(roles)), invitedBy, createdAt, expiresAt);
    }
}
