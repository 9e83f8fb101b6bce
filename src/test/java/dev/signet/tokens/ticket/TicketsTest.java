package dev.signet.tokens.ticket;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.database.Sweep;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import static org.assertj.core.api.Assertions.assertThat;

/** Storage of tickets: expiry, and that no stored value can be used as a ticket or token. */
@QuarkusTest
@OnBothStacks
class TicketsTest {

    @Inject
    Tickets tickets;

    @Inject
    DataSource database;

    @Test
    void expiredTicketIsRejectedAndRemoved() throws SQLException {
        String access = Signet.createUser().login().access();
        String expired = tickets.issue(access, "/old").value();
        String live = tickets.issue(access, "/new").value();
        update("update ticket set expires_at = current_timestamp where path = '/old'");

        assertThat(tickets.redeem(expired, "/old")).isEmpty();

        Sweep.table("ticket");
        assertThat(count("select count(*) from ticket where path = '/old'")).isZero();
        assertThat(tickets.redeem(live, "/new")).isPresent();
    }

    @Test
    void storedTicketContainsNothingUsable() throws SQLException {
        Tokens tokens = Signet.createUser().login();
        String ticket = tickets.issue(tokens.access(), "/stored").value();

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select ticket_hash, path, sealed_token from ticket where path = '/stored'")) {
            assertThat(rows.next()).isTrue();
            String row = new String(rows.getBytes(1), StandardCharsets.ISO_8859_1)
                    + rows.getString(2)
                    + new String(rows.getBytes(3), StandardCharsets.ISO_8859_1);
            assertThat(row).doesNotContain(ticket, ticket.substring(4), tokens.access(), "eyJ");
        }
    }

    @Test
    void ticketOfEndedSessionIsConsumedByAttempt() throws SQLException {
        Tokens tokens = Signet.createUser().login();
        String ticket = tickets.issue(tokens.access(), "/ended").value();
        Signet.bearer(tokens.access()).post("/auth/logout").then().statusCode(204);

        assertThat(tickets.redeem(ticket, "/ended")).isEmpty();

        assertThat(count("select count(*) from ticket where path = '/ended' and redeemed_at is not null"))
                .isEqualTo(1);
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
