package dev.signet.accounts;

import dev.signet.accounts.role.RoleAssignments;
import dev.signet.accounts.role.RoleService;
import dev.signet.web.paging.Cursor;
import dev.signet.web.paging.ListOrder;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import dev.signet.web.paging.PagedQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Queries of the account table. */
@ApplicationScoped
class AccountRepository implements PanacheRepositoryBase<StoredAccount, UUID>, RoleAssignments {

    private static final ListOrder<StoredAccount> OLDEST_FIRST =
            ListOrder.ascending(Cursor.ofTime(account -> account.createdAt, account -> account.id), "createdAt", "id");

    Optional<StoredAccount> withRoles(UUID id) {
        return queryWithRoles("a.id = :value", id);
    }

    Optional<StoredAccount> withRoles(String usernameKey) {
        return queryWithRoles("a.usernameKey = :value", usernameKey);
    }

    private Optional<StoredAccount> queryWithRoles(String condition, Object value) {
        return getEntityManager()
                .createQuery("from StoredAccount a left join fetch a.roles where " + condition, StoredAccount.class)
                .setParameter("value", value)
                .getResultStream()
                .findFirst();
    }

    Optional<StoredCredentials> credentials(String usernameKey) {
        return queryCredentials("a.usernameKey = :value", usernameKey);
    }

    Optional<StoredCredentials> credentials(UUID id) {
        return queryCredentials("a.id = :value", id);
    }

    private Optional<StoredCredentials> queryCredentials(String condition, Object value) {
        return getEntityManager()
                .createQuery(
                        "select new dev.signet.accounts.StoredCredentials(a.id, a.status, a.passwordHash, a.passwordChangedAt)"
                                + " from StoredAccount a where " + condition,
                        StoredCredentials.class)
                .setParameter("value", value)
                .getResultStream()
                .findFirst();
    }

    /** Returns the account ids by username key; usernames without an account are absent. */
    Map<String, UUID> idsOf(Set<String> usernameKeys) {
        return getEntityManager()
                .createQuery(
                        "select a.usernameKey, a.id from StoredAccount a where a.usernameKey in :keys", Object[].class)
                .setParameter("keys", usernameKeys)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (UUID) row[1]));
    }

    /** Replaces a password hash if it is still the one that was verified. Returns false otherwise. */
    boolean replaceHash(UUID id, String verified, String replacement) {
        return update("passwordHash = ?1 where id = ?2 and passwordHash = ?3", replacement, id, verified) == 1;
    }

    /** Replaces a password if its hash is still the one that was verified. Returns false otherwise. */
    boolean replacePassword(UUID id, String verified, String replacement, Instant at) {
        return update(
                        "passwordHash = ?1, passwordChangedAt = ?2, version = version + 1"
                                + " where id = ?3 and passwordHash = ?4",
                        replacement,
                        at,
                        id,
                        verified)
                == 1;
    }

    /**
     * Sets the password of a user who opened a link sent to the e-mail address of the account, and marks that address
     * as verified.
     */
    boolean resetPassword(UUID id, String email, String replacement, Instant at) {
        boolean replaced = update(
                        "passwordHash = ?1, passwordChangedAt = ?2, version = version + 1"
                                + " where id = ?3 and email = ?4 and status = ?5 and kind = ?6",
                        replacement,
                        at,
                        id,
                        email,
                        AccountStatus.ACTIVE,
                        AccountKind.PERSON)
                == 1;
        if (replaced) {
            update("emailVerified = true, updatedAt = ?1 where id = ?2 and emailVerified = false", at, id);
        }
        return replaced;
    }

    /** Marks the e-mail address as verified, if it is still the address of the account. Returns false otherwise. */
    boolean confirmEmail(UUID id, String email, Instant at) {
        return update(
                        "emailVerified = true, updatedAt = ?1, version = version + 1"
                                + " where id = ?2 and email = ?3 and status = ?4",
                        at,
                        id,
                        email,
                        AccountStatus.ACTIVE)
                == 1;
    }

    List<StoredAccount> activeUsersByEmail(String emailKey, int count) {
        return find(
                        "emailKey = ?1 and status = ?2 and kind = ?3 order by createdAt, id",
                        emailKey,
                        AccountStatus.ACTIVE,
                        AccountKind.PERSON)
                .page(0, count)
                .list();
    }

    long countByEmail(String emailKey) {
        return count("emailKey", emailKey);
    }

    @Override
    public boolean isAssigned(String role) {
        return getEntityManager()
                        .createQuery("select count(a) from StoredAccount a where :role member of a.roles", Long.class)
                        .setParameter("role", role)
                        .getSingleResult()
                > 0;
    }

    /**
     * Records a login if the account still has that version. The version then stays the same until the current
     * transaction ends. Returns false otherwise.
     */
    boolean recordLogin(UUID id, int version, Instant at) {
        return update("lastLoginAt = ?1 where id = ?2 and version = ?3", at, id, version) == 1;
    }

    /** Locks an account against changes until the current transaction ends. Returns false unless it is active. */
    boolean lock(UUID id) {
        return update("lastLoginAt = lastLoginAt where id = ?1 and status = ?2", id, AccountStatus.ACTIVE) == 1;
    }

    boolean isEmpty() {
        return findAll().page(0, 1).list().isEmpty();
    }

    Page<StoredAccount> oldestFirst(PageRequest request) {
        return PagedQuery.of(getEntityManager(), StoredAccount.class, OLDEST_FIRST)
                .page(request);
    }

    /**
     * Returns the number of accounts that can administer this service now: active, with the role, and with a password.
     */
    long countAdministrators() {
        return count(
                "status = ?1 and passwordHash is not null and ?2 member of roles",
                AccountStatus.ACTIVE,
                RoleService.ADMIN);
    }
}
