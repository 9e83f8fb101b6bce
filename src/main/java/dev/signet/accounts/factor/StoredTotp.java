package dev.signet.accounts.factor;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A confirmed authenticator app as stored in the table; changed only by conditional updates. */
@Entity
@Table(name = "totp_factor")
class StoredTotp {

    @Id
    UUID id;

    UUID accountId;
    byte[] sealedSecret;
    Instant createdAt;

    @Nullable
    Instant lastUsedAt;

    long lastStep;
    int failures;

    protected StoredTotp() {}

    StoredTotp(TotpEnrolment confirmed, long step, Instant at) {
        this.id = confirmed.id;
        this.accountId = confirmed.accountId;
        this.sealedSecret = confirmed.sealedSecret;
        this.createdAt = at;
        this.lastStep = step;
    }

    FactorView view(int maxFailures) {
        return new FactorView(id, "totp", createdAt, lastUsedAt, failures >= maxFailures);
    }
}
