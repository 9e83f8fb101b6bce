package dev.signet.accounts;

import dev.signet.web.TimeCursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Queries of the account table. */
@ApplicationScoped
class AccountRepository implements PanacheRepositoryBase<StoredAccount, UUID> {

    Optional<StoredAccount> withRoles(UUID id) {
        return withRolesWhere("a.id = :value", id);
    }

    Optional<StoredAccount> withRoles(String usernameKey) {
        return withRolesWhere("a.usernameKey = :value", usernameKey);
    }

    private Optional<StoredAccount> withRolesWhere(String condition, Object value) {
        return getEntityManager()
                .createQuery("from StoredAccount a left join fetch a.roles where " + condition, StoredAccount.class)
                .setParameter("value", value)
                .getResultStream()
                .findFirst();
    }

    Optional<Credentials> credentials(String usernameKey) {
        return credentialsWhere("a.usernameKey = :value", usernameKey);
    }

    Optional<Credentials> credentials(UUID id) {
        return credentialsWhere("a.id = :value", id);
    }

    private Optional<Credentials> credentialsWhere(String condition, Object value) {
        return getEntityManager()
                .createQuery(
                        "select new dev.signet.accounts.Credentials(a.id, a.status, a.passwordHash, a.passwordChangedAt)"
                                + " from StoredAccount a where " + condition,
                        Credentials.class)
                .setParameter("value", value)
                .getResultStream()
                .findFirst();
    }

    /** The ids of those usernames' accounts, by username key. */
    Map<String, UUID> idsOf(Set<String> usernameKeys) {
        return getEntityManager()
                .createQuery(
                        "select a.usernameKey, a.id from StoredAccount a where a.usernameKey in :keys", Object[].class)
                .setParameter("keys", usernameKeys)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (UUID) row[1]));
    }

    /** Replaces a password hash if it is still the one that was verified. */
    boolean replaceHash(UUID id, String verified, String replacement) {
        return update("passwordHash = ?1 where id = ?2 and passwordHash = ?3", replacement, id, verified) == 1;
    }

    /** Replaces a password if its hash is still the one that was verified. */
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

    /** Sets a password for whoever proved to read the mail of the account's address, which is the account's own by that. */
    boolean resetPassword(UUID id, String address, String replacement, Instant at) {
        boolean replaced = update(
                        "passwordHash = ?1, passwordChangedAt = ?2, version = version + 1"
                                + " where id = ?3 and email = ?4 and status = ?5 and kind = ?6",
                        replacement,
                        at,
                        id,
                        address,
                        AccountStatus.ACTIVE,
                        AccountKind.PERSON)
                == 1;
        if (replaced) {
            update("emailVerified = true, updatedAt = ?1 where id = ?2 and emailVerified = false", at, id);
        }
        return replaced;
    }

    /** Notes that the address is the account's own, if it is the one it has. */
    boolean confirmAddress(UUID id, String address, Instant at) {
        return update(
                        "emailVerified = true, updatedAt = ?1, version = version + 1"
                                + " where id = ?2 and email = ?3 and status = ?4",
                        at,
                        id,
                        address,
                        AccountStatus.ACTIVE)
                == 1;
    }

    List<StoredAccount> peopleAt(String emailKey, int count) {
        return find(
                        "emailKey = ?1 and status = ?2 and kind = ?3 order by createdAt, id",
                        emailKey,
                        AccountStatus.ACTIVE,
                        AccountKind.PERSON)
                .page(0, count)
                .list();
    }

    long countAt(String emailKey) {
        return count("emailKey", emailKey);
    }

    void recordLogin(UUID id, Instant at) {
        update("lastLoginAt = ?1 where id = ?2", at, id);
    }

    /** The same if the account is still of that version, which it then stays until the present transaction ends; false otherwise. */
    boolean recordLogin(UUID id, int version, Instant at) {
        return update("lastLoginAt = ?1 where id = ?2 and version = ?3", at, id, version) == 1;
    }

    /** Locks an account against changes until the present transaction ends; returns false unless it is active. */
    boolean hold(UUID id) {
        return update("lastLoginAt = lastLoginAt where id = ?1 and status = ?2", id, AccountStatus.ACTIVE) == 1;
    }

    List<StoredAccount> oldestFirst(@Nullable TimeCursor<UUID> after, int count) {
        return getEntityManager()
                .createQuery(
                        "from StoredAccount a where :first = true or a.createdAt > :at"
                                + " or (a.createdAt = :at and a.id > :id) order by a.createdAt, a.id",
                        StoredAccount.class)
                .setParameter("first", after == null)
                .setParameter("at", after == null ? Instant.EPOCH : after.at())
                .setParameter("id", after == null ? new UUID(0, 0) : after.id())
                .setMaxResults(count)
                .getResultList();
    }

    /** How many accounts could administer this service now: active, with the role, able to log in. */
    long countAdministrators() {
        return count(
                "status = ?1 and passwordHash is not null and ?2 member of roles", AccountStatus.ACTIVE, Role.ADMIN);
    }
}
