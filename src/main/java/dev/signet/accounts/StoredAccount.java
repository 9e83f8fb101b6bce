package dev.signet.accounts;

import dev.signet.error.ServiceException;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import static java.util.Collections.unmodifiableSet;

/** An account as the table holds it. */
@Entity
@DynamicUpdate // a change of one member must not write back the last login it read
@Table(name = "account")
class StoredAccount {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    AccountKind kind;

    String username;

    String usernameKey;

    @Nullable
    String name;

    @Nullable
    String email;

    @Nullable
    String emailKey;

    boolean emailVerified;

    @Nullable
    String passwordHash;

    @Nullable
    Instant passwordChangedAt;

    @Enumerated(EnumType.STRING)
    AccountStatus status;

    @Column(updatable = false)
    Instant createdAt;

    @Nullable
    Instant updatedAt;

    @Nullable
    Instant lastLoginAt;

    @ElementCollection
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @BatchSize(size = 200)
    Set<String> roles = new HashSet<>();

    @Version
    int version;

    /**
     * An account as it is wanted, without a password; to be persisted.
     *
     * @throws ServiceException {@code invalid_request} if a member is not acceptable
     */
    static StoredAccount of(NewAccount wanted, Instant createdAt) {
        StoredAccount account = new StoredAccount();
        account.id = UUID.randomUUID();
        account.kind = wanted.kind();
        account.username(Username.accept(wanted.username()));
        account.name = wanted.name() == null ? null : DisplayName.accept(wanted.name());
        account.address(wanted.email() == null ? null : EmailAddress.accept(wanted.email()));
        account.emailVerified = wanted.emailVerified() && account.email != null;
        account.requireOwnUsername();
        account.status = wanted.enabled() ? AccountStatus.ACTIVE : AccountStatus.DISABLED;
        account.createdAt = createdAt;
        account.roles = new HashSet<>(wanted.roles());
        return account;
    }

    void username(String accepted) {
        username = accepted;
        usernameKey = Username.key(accepted);
    }

    void address(@Nullable String accepted) {
        email = accepted;
        emailKey = accepted == null ? null : EmailAddress.key(accepted);
    }

    /** Rejects a username that could be mistaken for the e-mail address of another account. */
    void requireOwnUsername() {
        Username.requireOwn(username, emailVerified ? email : null);
    }

    /** Removes the password: the account cannot sign in by password until a new one is set. */
    void removePassword(Instant at) {
        passwordHash = null;
        passwordChangedAt = at;
    }

    void password(String hash, Instant at) {
        passwordHash = hash;
        passwordChangedAt = at;
    }

    boolean isActive() {
        return status == AccountStatus.ACTIVE;
    }

    boolean administers() {
        return isActive() && passwordHash != null && roles.contains(Role.ADMIN);
    }

    Account view() {
        return new Account(
                id,
                kind,
                username,
                name,
                email,
                emailVerified,
                unmodifiableSet(new TreeSet<>(roles)),
                isActive(),
                createdAt,
                updatedAt == null ? createdAt : updatedAt,
                lastLoginAt,
                version);
    }
}
