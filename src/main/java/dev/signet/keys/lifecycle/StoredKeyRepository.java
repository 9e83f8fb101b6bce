package dev.signet.keys.lifecycle;

import dev.signet.jose.jwk.Jwk;
import dev.signet.keys.KeyRecord;
import dev.signet.keys.KeyState;
import dev.signet.keys.history.StateChange;
import dev.signet.keys.ring.StoredKeys;
import dev.signet.web.paging.Cursor;
import dev.signet.web.paging.ListOrder;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import dev.signet.web.paging.PagedQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * Queries of the key table and its state changes. Each change is an update with a condition on kid and state; its row
 * count tells the caller whether it made the change.
 */
@ApplicationScoped
class StoredKeyRepository implements PanacheRepositoryBase<StoredKey, String>, StoredKeys {

    private final ListOrder<StoredKey> newestFirst = ListOrder.descending(new KidCursor(), "createdAt", "kid");

    @Override
    public List<KeyRecord> findPublished() {
        return QuarkusTransaction.requiringNew()
                .call(() -> list("state in ?1 order by createdAt, kid", KeyState.PUBLISHED).stream()
                        .map(StoredKey::toRecord)
                        .toList());
    }

    @Override
    public byte @Nullable [] sealedPrivateKey(String kid) {
        return QuarkusTransaction.requiringNew().call(() -> {
            StoredKey row = findById(kid);
            return row == null ? null : row.sealedPrivateKey;
        });
    }

    @Nullable
    KeyRecord findRecord(String kid) {
        return QuarkusTransaction.requiringNew().call(() -> {
            StoredKey row = findById(kid);
            return row == null ? null : row.toRecord();
        });
    }

    Page<KeyRecord> newestFirst(PageRequest request) {
        return QuarkusTransaction.requiringNew()
                .call(() -> PagedQuery.of(getEntityManager(), StoredKey.class, newestFirst)
                        .page(request)
                        .map(StoredKey::toRecord));
    }

    /** Returns all keys with their states, oldest first, in the current transaction. */
    List<StateChange> findStates() {
        return getEntityManager()
                .createQuery("select k.publicJwk, k.state from StoredKey k order by k.createdAt, k.kid", Object[].class)
                .getResultStream()
                .map(row -> new StateChange(Jwk.parse((String) row[0]), (KeyState) row[1]))
                .toList();
    }

    boolean activate(String kid, Instant now, Instant end) {
        return isSingleRow(update(
                "state = ?1, activeSlot = algorithm, announcedSlot = null, activatesAt = ?2, deactivatesAt = ?3"
                        + " where kid = ?4 and state = ?5",
                KeyState.ACTIVE,
                now,
                end,
                kid,
                KeyState.PRE_ACTIVE));
    }

    boolean deactivate(String kid, Instant now, Instant destroysAt) {
        return isSingleRow(update(
                "state = ?1, activeSlot = null, deactivatesAt = ?2, destroysAt = ?3 where kid = ?4 and state = ?5",
                KeyState.DEACTIVATED,
                now,
                destroysAt,
                kid,
                KeyState.ACTIVE));
    }

    /** Ends a key as destroyed or compromised and erases its private half. */
    boolean end(String kid, KeyState from, KeyState to, Instant now) {
        String stopped = from == KeyState.DEACTIVATED ? "" : "deactivatesAt = ?2, ";
        return isSingleRow(update(
                "state = ?1, activeSlot = null, announcedSlot = null, sealedPrivateKey = null, " + stopped
                        + "destroysAt = ?2 where kid = ?3 and state = ?4",
                to,
                now,
                kid,
                from));
    }

    boolean moveActivation(String kid, Instant at) {
        return updateState("activatesAt = ?1 where kid = ?2 and state = ?3", at, kid, KeyState.PRE_ACTIVE);
    }

    boolean moveDeactivation(String kid, Instant at) {
        return updateState("deactivatesAt = ?1 where kid = ?2 and state = ?3", at, kid, KeyState.ACTIVE);
    }

    boolean moveDestruction(String kid, Instant at) {
        return updateState("destroysAt = ?1 where kid = ?2 and state = ?3", at, kid, KeyState.DEACTIVATED);
    }

    private boolean updateState(String change, Instant at, String kid, KeyState state) {
        return QuarkusTransaction.joiningExisting().call(() -> isSingleRow(update(change, at, kid, state)));
    }

    private static boolean isSingleRow(int rows) {
        return rows == 1;
    }

    private final class KidCursor implements Cursor<StoredKey> {

        @Override
        public String write(StoredKey key) {
            return key.kid;
        }

        @Override
        public List<Object> parse(String text) {
            StoredKey key = findById(text);
            if (key == null) {
                throw new IllegalArgumentException("not a kid");
            }
            return List.of(key.createdAt, key.kid);
        }
    }
}
