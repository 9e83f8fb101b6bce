package dev.signet.tokens.session;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.tokens.refresh.RefreshRequest;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.signet.support.ErrorResponses.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Effects of a rotation: its event, its metric and the check of its account. */
@QuarkusTest
@OnBothStacks
class RefreshRotationStatementTest {

    @Inject
    MeterRegistry meters;

    @Inject
    DataSource database;

    @Inject
    RefreshService refreshes;

    @Test
    void refreshIsRecordedAndCountedOnce() {
        TestUser user = Signet.createUser();
        Tokens tokens = user.login();
        String session = sessionOf(tokens);
        double counted = countRefreshes();

        Response response = Signet.refresh(tokens.refresh());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(eventsOf("token.refreshed", session))
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .containsEntry("actor", user.id())
                        .containsEntry("subject", session)
                        .containsEntry("client_id", "signet")
                        .containsEntry("address", "127.0.0.1")
                        .containsEntry("request_id", response.header("X-Request-Id"))
                        .containsEntry("detail", Map.of())
                        .containsKeys("id", "at"));
        assertThat(countRefreshes()).isEqualTo(counted + 1);
    }

    @Test
    void rejectedRefreshRecordsNoRefreshEvent() {
        Tokens first = Signet.createUser().login();
        Tokens second = Signet.tokens(Signet.refresh(first.refresh()));
        Signet.refresh(second.refresh());
        String session = sessionOf(first);

        Signet.refresh(first.refresh()).then().statusCode(401);

        assertThat(eventsOf("token.refreshed", session)).hasSize(2);
        assertThat(eventsOf("token.replayed", session)).hasSize(1);
    }

    @Test
    void eventsOfBothRecordingPathsHaveUniqueIds() {
        Tokens tokens = Signet.createUser().login();
        for (int i = 0; i < 10; i++) {
            Signet.loginRequest("nobody-" + UUID.randomUUID(), "a wrong passphrase")
                    .send()
                    .then()
                    .statusCode(401);
            tokens = Signet.tokens(Signet.refresh(tokens.refresh())
                    .then()
                    .statusCode(200)
                    .extract()
                    .response());
        }
        assertThat(eventsOf("token.refreshed", sessionOf(tokens)))
                .extracting(event -> event.get("id"))
                .hasSize(10)
                .doesNotHaveDuplicates();
    }

    /** Simulates an account that was disabled by a node that failed before it ended the sessions. */
    @Test
    void refreshForDisabledAccountEndsFamily() throws SQLException {
        TestUser user = Signet.createUser();
        Tokens tokens = user.login();
        String session = sessionOf(tokens);
        set(user, "status = 'DISABLED'");

        assertProblem(Signet.refresh(tokens.refresh()), 401, "invalid_grant");

        assertThat(eventsOf("token.refreshed", session)).isEmpty();
        assertThat(eventsOf("session.ended", session))
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .containsEntry("detail", Map.of("account_id", user.id(), "reason", "access_reduced")));
        set(user, "status = 'ACTIVE'");
        assertProblem(Signet.refresh(tokens.refresh()), 401, "invalid_grant");
        Signet.me(tokens.access()).then().statusCode(401);
    }

    @Test
    void retryForDisabledAccountEndsFamily() throws SQLException {
        TestUser user = Signet.createUser();
        Tokens first = user.login();
        Tokens second = Signet.tokens(Signet.refresh(first.refresh()));
        set(user, "status = 'DISABLED'");

        assertProblem(Signet.refresh(first.refresh()), 401, "invalid_grant");

        set(user, "status = 'ACTIVE'");
        assertProblem(Signet.refresh(second.refresh()), 401, "invalid_grant");
    }

    @Test
    void refreshedTokenHasPresentUsernameAndRoles() throws SQLException {
        TestUser user = Signet.createUser("auditor", "operator");
        Tokens tokens = user.login();

        Tokens next = Signet.tokens(Signet.refresh(tokens.refresh()));

        Response me = Signet.me(next.access());
        assertThat(me.<List<String>>path("roles")).containsExactly("auditor", "operator");
        assertThat(me.<String>path("username")).isEqualTo(user.username());
    }

    @Test
    void refreshInsideTransactionFailsAndConsumesNothing() {
        Tokens tokens = Signet.createUser().login();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> refreshes.refresh(RefreshRequest.plain(tokens.refresh(), "signet"))))
                .isInstanceOf(IllegalStateException.class);

        Signet.refresh(tokens.refresh()).then().statusCode(200);
    }

    private double countRefreshes() {
        return meters.counter("signet_security_events", "type", "token.refreshed")
                .count();
    }

    private static String sessionOf(Tokens tokens) {
        return Signet.verify(tokens.access()).path("sid");
    }

    private static List<Map<String, Object>> eventsOf(String type, String session) {
        List<Map<String, Object>> events = Signet.bearer(Signet.admin().access())
                .get("/admin/events?limit=200&type=" + type)
                .path("items");
        return events.stream()
                .filter(event -> session.equals(event.get("subject")))
                .toList();
    }

    private void set(TestUser user, String assignment) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("update account set " + assignment + " where id = ?")) {
            statement.setObject(1, UUID.fromString(user.id()));
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
