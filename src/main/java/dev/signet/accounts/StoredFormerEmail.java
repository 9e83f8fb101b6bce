package dev.signet.accounts;

import dev.signet.accounts.name.EmailAddress;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.util.UUID;

/** A verified e-mail address that an account had until its user changed it, and that can still be restored. */
@Entity
@Table(name = "former_email")
class StoredFormerEmail {

    @Id
    UUID id;

    UUID accountId;
    String email;
    String emailKey;

    /** The version of the account that the change led to: a later change has a higher one. */
    int accountVersion;

    Instant expiresAt;

    protected StoredFormerEmail() {}

    StoredFormerEmail(UUID accountId, String email, int accountVersion, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.accountId = accountId;
        this.email = email;
        this.emailKey = EmailAddress.key(email);
        this.accountVersion = accountVersion;
        this.expiresAt = expiresAt;
    }
}
