package dev.signet.accounts;

import dev.signet.accounts.name.DisplayName;
import dev.signet.accounts.name.EmailAddress;
import dev.signet.accounts.name.Username;
import dev.signet.accounts.role.RoleService;
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

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import static java.util.Collections.unmodifiableSet;

/** An account as stored in the table. */
@Entity
@DynamicUpdate // so that saving another field does not overwrite a concurrent change of lastLoginAt
@Table(name = "account")
class StoredAccount {

    /** The columns that {@link #read} reads, in its order. */
    static final String COLUMNS = "account.id, account.kind, account.username, account.email, account.email_verified,"
            + " account.status, account.created_at, account.last_login_at, account.version, account.name,"
            + " account.updated_at";

    static final int COLUMN_COUNT = 11;

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
     * Creates an account without a password, ready to persist.
     *
     * @throws ServiceException {@code invalid_request} if a member is invalid
     */
    static StoredAccount of(NewAccount newAccount, Instant createdAt) {
        StoredAccount account = new StoredAccount();
        account.id = UUID.randomUUID();
        account.kind = newAccount.kind();
        account.setUsername(Username.accept(newAccount.username()));
        account.name = newAccount.name() == null ? null : DisplayName.accept(newAccount.name());
        account.setEmail(newAccount.email() == null ? null : EmailAddress.accept(newAccount.email()));
        account.emailVerified = newAccount.emailVerified() && account.email != null;
        account.requireVerifiedIfEmailLike();
        account.status = newAccount.enabled() ? AccountStatus.ACTIVE : AccountStatus.DISABLED;
        account.createdAt = createdAt;
        account.roles = new HashSet<>(newAccount.roles());
        return account;
    }

    /**
     * Reads an account without its roles and its password from the current row of a statement of another package.
     *
     * @param first the index of the first of {@link #COLUMNS}
     * @return null if the row has no account
     */
    @Nullable
    static StoredAccount read(ResultSet rows, int first) throws SQLException {
        UUID id = rows.getObject(first, UUID.class);
        if (id == null) {
            return null;
        }
        StoredAccount account = new StoredAccount();
        account.id = id;
        account.kind = AccountKind.valueOf(rows.getString(first + 1));
        account.username = rows.getString(first + 2);
        account.email = rows.getString(first + 3);
        account.emailVerified = rows.getBoolean(first + 4);
        account.status = AccountStatus.valueOf(rows.getString(first + 5));
        account.createdAt = rows.getObject(first + 6, OffsetDateTime.class).toInstant();
        account.lastLoginAt = instant(rows.getObject(first + 7, OffsetDateTime.class));
        account.version = rows.getInt(first + 8);
        account.name = rows.getString(first + 9);
        account.updatedAt = instant(rows.getObject(first + 10, OffsetDateTime.class));
        return account;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    void setUsername(String accepted) {
        username = accepted;
        usernameKey = Username.key(accepted);
    }

    void setEmail(@Nullable String accepted) {
        email = accepted;
        emailKey = accepted == null ? null : EmailAddress.key(accepted);
    }

    /** Rejects a username that could be mistaken for the e-mail address of another account. */
    void requireVerifiedIfEmailLike() {
        Username.requireVerifiedIfEmailLike(username, emailVerified ? email : null);
    }

    /** Removes the password: the account cannot sign in by password until a new one is set. */
    void removePassword(Instant at) {
        passwordHash = null;
        passwordChangedAt = at;
    }

    void setPassword(String hash, Instant at) {
        passwordHash = hash;
        passwordChangedAt = at;
    }

    boolean isActive() {
        return status == AccountStatus.ACTIVE;
    }

    boolean isAdministrator() {
        return isActive() && passwordHash != null && roles.contains(RoleService.ADMIN);
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
