package dev.signet.login.passkeys;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Queries of the table of passkeys. */
@ApplicationScoped
class PasskeyRepository implements PanacheRepositoryBase<StoredPasskey, UUID> {

    List<StoredPasskey> of(UUID account) {
        return find("accountId = ?1 order by createdAt, id", account).list();
    }

    long countOf(UUID account) {
        return count("accountId", account);
    }

    Optional<StoredPasskey> findByCredentialId(byte[] credentialId) {
        return find("credentialId", credentialId).firstResultOptional();
    }

    /**
     * Records the use of a passkey. Returns false if its signature counter did not increase, or the passkey was removed.
     */
    boolean recordUse(UUID id, long signCount, boolean backedUp, Instant at) {
        return update(
                        "signCount = ?1, backedUp = ?2, lastUsedAt = ?3"
                                + " where id = ?4 and (signCount < ?1 or (signCount = 0 and ?1 = 0))",
                        signCount,
                        backedUp,
                        at,
                        id)
                == 1;
    }

    boolean rename(UUID account, UUID id, String name) {
        return update("name = ?1 where id = ?2 and accountId = ?3", name, id, account) == 1;
    }

    boolean remove(UUID account, UUID id) {
        return delete("id = ?1 and accountId = ?2", id, account) == 1;
    }

    long removeAllOf(UUID account) {
        return delete("accountId", account);
    }
}
