package dev.signet.oauth.consent;

import dev.signet.web.paging.Cursor;
import dev.signet.web.paging.ListOrder;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import dev.signet.web.paging.PagedQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Optional;
import java.util.UUID;

/** Queries of the consent table. */
@ApplicationScoped
class ConsentRepository implements PanacheRepositoryBase<Consent, UUID> {

    private static final ListOrder<Consent> NEWEST_FIRST =
            ListOrder.descending(Cursor.ofTime(consent -> consent.grantedAt, consent -> consent.id), "grantedAt", "id");

    Optional<Consent> find(UUID accountId, String clientId, String audience) {
        return find("accountId = ?1 and clientId = ?2 and audience = ?3", accountId, clientId, audience)
                .firstResultOptional();
    }

    // The few consents of one account need no index beyond the one that begins with the account.
    Page<Consent> findOfAccount(UUID accountId, PageRequest request) {
        return PagedQuery.of(getEntityManager(), Consent.class, NEWEST_FIRST)
                .filter("e.accountId = :account")
                .with("account", accountId)
                .page(request);
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
