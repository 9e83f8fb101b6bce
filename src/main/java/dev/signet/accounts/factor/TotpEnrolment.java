package dev.signet.accounts.factor;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.util.UUID;

/** An enrolment as stored in the table: a secret that waits for its first code. */
@Entity
@Table(name = "totp_enrolment")
class TotpEnrolment {

    @Id
    UUID id;

    UUID accountId;
    byte[] sealedSecret;
    Instant expiresAt;
    int attempts;

    protected TotpEnrolment() {}

    TotpEnrolment(UUID id, UUID accountId, byte[] sealedSecret, Instant expiresAt) {
        this.id = id;
        this.accountId = accountId;
        this.sealedSecret = sealedSecret;
        this.expiresAt = expiresAt;
    }
}
