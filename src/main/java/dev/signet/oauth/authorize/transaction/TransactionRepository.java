package dev.signet.oauth.authorize.transaction;

import dev.signet.database.expiry.ExpiredRows;
import dev.signet.database.expiry.ExpiringTable;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Queries of the table of transactions. One conditional statement changes the step; its row count decides. */
@ApplicationScoped
class TransactionRepository implements PanacheRepositoryBase<StoredTransaction, UUID>, ExpiringTable {

    private static final ExpiredRows EXPIRED = new ExpiredRows("authorization_transaction", "id", "expires_at");

    Optional<StoredTransaction> find(byte[] handleHash, byte[] browserHash, Instant now) {
        return find("handleHash = ?1 and browserHash = ?2 and expiresAt > ?3", handleHash, browserHash, now)
                .firstResultOptional();
    }

    /** Returns the newest transaction of a browser that is at a sign-in step of an authorization request. */
    Optional<StoredTransaction> findSignIn(byte[] browserHash, Instant now) {
        return find(
                        "browserHash = ?1 and step in ?2 and expiresAt > ?3 order by expiresAt desc, id",
                        browserHash,
                        List.of(AuthorizationStep.SIGN_IN.column(), AuthorizationStep.SECOND_FACTOR.column()),
                        now)
                .firstResultOptional();
    }

    /** Advances a transaction to another step; returns false if it is no longer at the expected step. */
    boolean advance(
            UUID id,
            AuthorizationStep from,
            AuthorizationStep to,
            @Nullable UUID browserSessionId,
            byte @Nullable [] sealedMfaToken) {
        return getEntityManager()
                        .createQuery("update StoredTransaction set step = :to, browserSessionId = :session,"
                                + " sealedMfaToken = :token where id = :id and step = :from")
                        .setParameter("to", to.column())
                        .setParameter("session", browserSessionId)
                        .setParameter("token", sealedMfaToken)
                        .setParameter("id", id)
                        .setParameter("from", from.column())
                        .executeUpdate()
                == 1;
    }

    /** Deletes a transaction; returns false if it is no longer at the expected step. */
    boolean finish(UUID id, AuthorizationStep from) {
        return delete("id = ?1 and step = ?2", id, from.column()) == 1;
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
