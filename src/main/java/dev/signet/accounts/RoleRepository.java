package dev.signet.accounts;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** Queries of the role table. */
@ApplicationScoped
class RoleRepository implements PanacheRepositoryBase<Role, String> {

    List<String> names() {
        return getEntityManager()
                .createQuery("select r.name from Role r order by r.name", String.class)
                .getResultList();
    }

    /** Locks a role's row until the transaction ends; false if there is no such role. */
    boolean lock(String name) {
        return !getEntityManager()
                .createNativeQuery("select name from role where name = :name for update")
                .setParameter("name", name)
                .getResultList()
                .isEmpty();
    }

    boolean isAssigned(String name) {
        return getEntityManager()
                        .createQuery("select count(a) from StoredAccount a where :name member of a.roles", Long.class)
                        .setParameter("name", name)
                        .getSingleResult()
                > 0;
    }
}
