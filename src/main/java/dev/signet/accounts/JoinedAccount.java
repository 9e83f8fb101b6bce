package dev.signet.accounts;

import dev.signet.database.SqlStatement;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

import static java.util.Collections.unmodifiableSet;

/**
 * SQL fragments that join an account into a statement of another package, which saves a round trip. They apply the same
 * rules as {@link AccountService}.
 */
public final class JoinedAccount {

    /**
     * The columns that {@link #activeCondition(ResultSet, int)} reads, in its order; one row for each role, or one row
     * without a role.
     */
    public static final String COLUMNS = "account.id, account.kind, account.username, account.email,"
            + " account.email_verified, account.status, account.created_at, account.last_login_at,"
            + " account.version, account.name, account.updated_at, account_role.role";

    /** The number of characters around a role in a claim: two quotes and a comma. */
    public static final int CHARACTERS_AROUND_ROLE = 3;

    private JoinedAccount() {}

    /** Returns an SQL condition: the account may receive tokens; {@code id} is an SQL expression. */
    public static String activeCondition(String id) {
        return "exists (select 1 from account where account.id = " + id + " and account.status = '"
                + AccountStatus.ACTIVE + "')";
    }

    /**
     * Returns an SQL condition: the roles of the account are not too long; {@code id} is an SQL expression.
     *
     * @param maxLength the maximum number of characters of the roles
     */
    public static <R> SqlStatement<R> rolesFitLength(String id, Function<? super R, Integer> maxLength) {
        return SqlStatement.of(
                "(select coalesce(sum(char_length(account_role.role) + " + CHARACTERS_AROUND_ROLE
                        + "), 0) from account_role where account_role.account_id = " + id + ") <= ",
                maxLength);
    }

    /** Returns an SQL join of the account; {@code id} is an SQL expression. A row without an account remains. */
    public static <R> SqlStatement<R> join(SqlStatement<R> id) {
        return SqlStatement.<R>of("left join account on account.id = ")
                .append(id)
                .append(" left join account_role on account_role.account_id = account.id");
    }

    /**
     * Reads the account from the current row and all following rows, which must belong to the same account.
     *
     * @param first the index of the first of {@link #COLUMNS}
     * @return the account; empty unless it may receive tokens
     */
    public static Optional<Account> activeCondition(ResultSet rows, int first) throws SQLException {
        UUID id = rows.getObject(first, UUID.class);
        if (id == null || !rows.getString(first + 5).equals(AccountStatus.ACTIVE.name())) {
            return Optional.empty();
        }
        AccountKind kind = AccountKind.valueOf(rows.getString(first + 1));
        String username = rows.getString(first + 2);
        String email = rows.getString(first + 3);
        boolean emailVerified = rows.getBoolean(first + 4);
        OffsetDateTime createdAt = rows.getObject(first + 6, OffsetDateTime.class);
        Instant lastLoginAt = instant(rows.getObject(first + 7, OffsetDateTime.class));
        int version = rows.getInt(first + 8);
        String name = rows.getString(first + 9);
        Instant updatedAt = instant(rows.getObject(first + 10, OffsetDateTime.class));
        return Optional.of(new Account(
                id,
                kind,
                username,
                name,
                email,
                emailVerified,
                roles(rows, first + 11),
                true,
                createdAt.toInstant(),
                updatedAt == null ? createdAt.toInstant() : updatedAt,
                lastLoginAt,
                version));
    }

    private static Set<String> roles(ResultSet rows, int column) throws SQLException {
        Set<String> roles = new TreeSet<>();
        do {
            String role = rows.getString(column);
            if (role != null) {
                roles.add(role);
            }
        } while (rows.next());
        return unmodifiableSet(roles);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
