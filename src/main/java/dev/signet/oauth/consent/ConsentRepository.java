package dev.signet.oauth.consent;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Queries of the consent table. */
@ApplicationScoped
class ConsentRepository implements PanacheRepositoryBase<Consent, UUID> {

    Optional<Consent> find(UUID accountId, String clientId, String audience) {
        return find("accountId = ?1 and clientId = ?2 and audience = ?3", accountId, clientId, audience)
                .firstResultOptional();
    }

    List<Consent> findOfAccount(UUID accountId, int count) {
        return find("accountId = ?1 order by grantedAt desc, id desc", accountId)
                .page(0, count)
                .list();
    }

    /** Finds a consent by its id; returns empty if it belongs to another account. */
    Optional<Consent> findOfAccount(UUID accountId, UUID id) {
        return find("accountId = ?1 and id = ?2", accountId, id).firstResultOptional();
    }

    /** Locks a consent against deletion until the current transaction ends; returns false if there is none. */
    boolean lock(UUID accountId, String clientId, String audience) {
        return update(
                        "grantedAt = grantedAt where accountId = ?1 and clientId = ?2 and audience = ?3",
                        accountId,
                        clientId,
                        audience)
                == 1;
    }

    /** Deletes a consent; returns false if another transaction deleted it. */
    boolean remove(UUID id) {
        return delete("id", id) == 1;
    }

    void removeAllOfClient(String clientId) {
        delete("clientId", clientId);
    }
}
