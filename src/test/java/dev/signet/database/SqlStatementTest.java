package dev.signet.database;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Composition of statements with their parameters. */
class SqlStatementTest {

    private record Transfer(String from, String to, int amount) {}

    @Test
    void appendedPartsKeepTheirParametersInOrder() {
        SqlStatement<Object> limit = SqlStatement.of(" limit ", request -> 7);
        SqlStatement<Transfer> statement = SqlStatement.<Transfer>of("select id from entry")
                .append(" where source = ", Transfer::from)
                .append(" and target in (select id from account where id = ", Transfer::to)
                .append(") and amount > ", Transfer::amount)
                .append(limit);

        assertThat(statement.sql())
                .isEqualTo("select id from entry where source = ? and target in (select id from account where id = ?)"
                        + " and amount > ? limit ?");
        assertThat(statement.values(new Transfer("a", "b", 3))).containsExactly("a", "b", 3, 7);
        assertThat(statement.values(new Transfer("c", "d", 4))).containsExactly("c", "d", 4, 7);
    }

    @Test
    void textWithAnotherNumberOfParametersIsRejected() {
        SqlStatement<Transfer> statement = SqlStatement.of("select 1");

        assertThatThrownBy(() -> statement.append(" where id = ?")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SqlStatement<Transfer>("select 1", List.of(Transfer::from)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
