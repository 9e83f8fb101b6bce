package dev.signet.accounts.role;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.util.regex.Pattern;

/** A role: a name that is assigned to accounts and included in the claim {@code groups} of their tokens. */
@Entity
@Table(name = "role")
class Role {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    @Id
    String name;

    @Column(updatable = false)
    Instant createdAt;

    protected Role() {}

    Role(String name, Instant createdAt) {
        this.name = name;
        this.createdAt = createdAt;
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
