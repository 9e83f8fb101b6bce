package dev.signet.accounts.factor;

import dev.signet.database.expiry.ExpiredRows;
import dev.signet.database.expiry.ExpiringTable;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Queries of the table of enrolments; an account has one at most. */
@ApplicationScoped
class TotpEnrolmentRepository implements PanacheRepositoryBase<TotpEnrolment, UUID>, ExpiringTable {

    private static final ExpiredRows EXPIRED = new ExpiredRows("totp_enrolment", "id", "expires_at");

    Optional<TotpEnrolment> findLive(UUID account, Instant now) {
        return find("accountId = ?1 and expiresAt > ?2", account, now).firstResultOptional();
    }

    /** Counts an attempt before it is made. Returns false if the maximum is reached. */
    boolean countAttempt(UUID id, int max) {
        return update("attempts = attempts + 1 where id = ?1 and attempts < ?2", id, max) == 1;
    }

    /** Consumes an enrolment. Returns false if another request already did. */
    boolean consume(UUID id) {
        return delete("id", id) == 1;
    }

    void removeOf(UUID account) {
        delete("accountId", account);
    }

    @Override
    public String tableName() {
        return EXPIRED.table();
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return EXPIRED.delete(getEntityManager(), now, limit);
    }
}
