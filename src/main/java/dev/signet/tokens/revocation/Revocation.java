package dev.signet.tokens.revocation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** Row of the revocation table. */
@Entity
@Immutable
@IdClass(Revocation.Key.class)
@Table(name = "revocation")
class Revocation {

    @Id
    String kind;

    @Id
    String identity;

    Instant revokedAt;
    Instant expiresAt;
    String statusEntries;

    protected Revocation() {}

    /** The primary key: the kind of the identity and its value. */
    static final class Key implements Serializable {

        private static final long serialVersionUID = 1;

        String kind;
        String identity;

        Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(kind, key.kind) && Objects.equals(identity, key.identity);
        }

        @Override
        public int hashCode() {
            return Objects.hash(kind, identity);
        }
    }
}
