package dev.signet.accounts.role;

import dev.signet.web.paging.Cursor;
import dev.signet.web.paging.ListOrder;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import dev.signet.web.paging.PagedQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Queries of the role table. */
@ApplicationScoped
class RoleRepository implements PanacheRepositoryBase<Role, String> {

    private static final ListOrder<Role> BY_NAME = ListOrder.ascending(Cursor.ofText(role -> role.name), "name");

    Page<Role> byName(PageRequest request) {
        return PagedQuery.of(getEntityManager(), Role.class, BY_NAME).page(request);
    }

    /** Locks the row of a role until the transaction ends. Returns false if the role does not exist. */
    boolean lock(String name) {
        return !getEntityManager()
                .createNativeQuery("select name from role where name = :name for update")
                .setParameter("name", name)
                .getResultList()
                .isEmpty();
    }
}
