package dev.signet.accounts;

import dev.signet.database.SqlStatement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;

/**
 * SQL fragments that join an account into a statement of another package, which saves a round trip. They apply the same
 * rules as {@link AccountService}.
 */
public final class JoinedAccount {

    /**
     * The columns that {@link #readActive} reads, in its order; one row for each role, or one row without a role.
     */
    public static final String COLUMNS = StoredAccount.COLUMNS + ", account_role.role";

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
    public static Optional<Account> readActive(ResultSet rows, int first) throws SQLException {
        StoredAccount account = StoredAccount.read(rows, first);
        if (account == null || !account.isActive()) {
            return Optional.empty();
        }
        int role = first + StoredAccount.COLUMN_COUNT;
        do {
            String name = rows.getString(role);
            if (name != null) {
                account.roles.add(name);
            }
        } while (rows.next());
        return Optional.of(account.view());
    }
}
