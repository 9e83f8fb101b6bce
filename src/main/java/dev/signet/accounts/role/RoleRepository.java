package dev.signet.accounts.role;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** Queries of the role table. */
@ApplicationScoped
class RoleRepository implements PanacheRepositoryBase<Role, String> {

    List<Role> byName(@Nullable String after, int count) {
        return getEntityManager()
                .createQuery("from Role r where r.name > :after order by r.name", Role.class)
                .setParameter("after", after == null ? "" : after)
                .setMaxResults(count)
                .getResultList();
    }

    /** Locks the row of a role until the transaction ends. Returns false if the role does not exist. */
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
