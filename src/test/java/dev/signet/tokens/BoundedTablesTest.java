package dev.signet.tokens;

import dev.signet.audit.EventType;
import dev.signet.support.accounts.ApiKey;
import dev.signet.support.accounts.MailUser;
import dev.signet.support.accounts.SecondFactor;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.browser.Browser;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.mail.SmtpSink;
import dev.signet.support.oauth.App;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import dev.signet.support.server.ClientServer;
import dev.signet.webhooks.receiver.ReceiverKind;
import dev.signet.webhooks.receiver.ReceiverSettings;
import dev.signet.webhooks.receiver.ReceiverStatus;
import dev.signet.webhooks.receiver.Receivers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import static dev.signet.support.Polling.await;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Short soak test: with times to live of seconds, the tables hold a fraction of the inserted rows under load, and none
 * afterwards.
 */
@QuarkusTest
@TestProfile(BoundedTablesTest.ShortLifetimes.class)
@OnBothStacks
class BoundedTablesTest {

    /**
     * Profile in which everything expires within seconds and is removed every second; password hashing is cheap,
     * because it is not under test.
     */
    public static final class ShortLifetimes implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry("signet.database.clean-up-interval", "PT1S"),
                    Map.entry("signet.keys.longest-token-life", "PT5S"),
                    Map.entry("signet.keys.clock-skew", "PT1S"),
                    Map.entry("signet.tokens.access-token-ttl", "PT5S"),
                    Map.entry("signet.tokens.refresh-token-ttl", "PT5S"),
                    Map.entry("signet.tokens.ticket.ttl", "PT5S"),
                    Map.entry("signet.tokens.status-list", "true"),
                    Map.entry("signet.tokens.status-list-ttl", "PT1S"),
                    Map.entry("signet.oauth.authorize.transaction-ttl", "PT5S"),
                    Map.entry("signet.login.browser.idle-ttl", "PT5S"),
                    Map.entry("signet.login.pending.ttl", "PT5S"),
                    Map.entry("signet.accounts.factor.enrolment-ttl", "PT5S"),
                    Map.entry("signet.apikeys.default-ttl", "PT5S"),
                    Map.entry("signet.apikeys.max-per-account", "1000"),
                    Map.entry("signet.links.registration-ttl", "PT5S"),
                    Map.entry("signet.links.invitation.ttl", "PT5S"),
                    Map.entry("signet.audit.retention", "PT5S"),
                    Map.entry("signet.webhooks.retry-time", "PT2S"),
                    Map.entry("signet.webhooks.log-retention", "PT2S"),
                    Map.entry("signet.webhooks.parked-retention", "PT2S"),
                    Map.entry("signet.accounts.password.memory-kib", "1024"),
                    Map.entry("signet.accounts.password.iterations", "1"));
        }
    }

    // Only a table without clean-up makes the load reach this limit.
    private static final Duration LIMIT = Duration.ofMinutes(2);
    // Fewer logins prove nothing; more take long on a busy machine.
    private static final int MIN_LOGINS = 20;
    // Rows that one login of the load inserts. Eight events: login, five refreshes, API key, end of the session.
    // Two receivers get seven of them.
    private static final Map<String, Integer> PER_LOGIN = Map.of(
            "session",
            1,
            "revocation",
            1,
            "ticket",
            1,
            "pending_login",
            1,
            "api_key",
            1,
            "browser_session",
            1,
            "authorization_transaction",
            1,
            "security_event",
            8,
            "action_link",
            1,
            "event_delivery",
            14);
    private static final List<String> TABLES = List.of(
            "session",
            "revocation",
            "security_event",
            "ticket",
            "pending_login",
            "totp_enrolment",
            "authorization_transaction",
            "browser_session",
            "api_key",
            "status_list",
            "status_slot_owner",
            "link_request",
            "mail",
            "action_link",
            "invitation",
            "event_delivery");

    @Inject
    DataSource database;

    @Inject
    Receivers receivers;

    @Test
    void rowCountsStayFlatUnderLoad() throws Exception {
        try (ClientServer server = ClientServer.start();
                SmtpSink sink = SmtpSink.start()) {
            UUID accepting = subscribe(server.respondWith("/taken", 202, "").url("/taken"));
            UUID failing = subscribe(server.respondWith("/failing", 503, "").url("/failing"));
            loadAndCount();
            receivers.remove(accepting);
            receivers.remove(failing);
            assertThat(sink.greeted()).isPositive();
        }
    }

    // The service is called directly, because an administrator's token would expire on a slow machine.
    private UUID subscribe(String url) {
        Set<EventType> types = Set.of(EventType.LOGIN_SUCCEEDED, EventType.TOKEN_REFRESHED, EventType.SESSION_ENDED);
        return receivers
                .create(
                        null,
                        ReceiverStatus.ENABLED,
                        new ReceiverSettings(ReceiverKind.WEBHOOK, url, null, List.of(), types, null))
                .id();
    }

    private void loadAndCount() throws Exception {
        TestUser user = Signet.createUser();
        SecondFactor factor = SecondFactor.enrolled();
        App app = App.trusted();
        TestClient machine = OAuth.machine("a:read");
        // The response is not checked: on a slow machine the administrator's token may expire before it is used.
        Signet.bearer(Signet.admin().access())
                .contentType(ContentType.JSON)
                .body(Map.of("email", "invited@example.com"))
                .post("/admin/invitations");
        AtomicInteger logins = new AtomicInteger();
        // The number of rows that wait for the clean-up depends on the machine; their share of all rows ever inserted
        // does not.
        await().atMost(LIMIT)
                .until(
                        () -> {
                            load(user, factor, app, machine, logins.incrementAndGet());
                            return counts();
                        },
                        underLoad -> logins.get() > MIN_LOGINS && areFractions(underLoad, logins.get()));
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> assertEmpty(counts()));
    }

    private static void load(TestUser user, SecondFactor factor, App app, TestClient machine, int login) {
        Tokens tokens = user.login();
        for (int i = 0; i < 5; i++) {
            tokens = Signet.tokens(Signet.refresh(tokens.refresh()));
        }
        SecondFactor.post(tokens, "/auth/factors/totp", SecondFactor.credentials())
                .then()
                .statusCode(200);
        Signet.bearer(tokens.access())
                .contentType(ContentType.JSON)
                .body(Map.of("path", "/chat"))
                .post("/auth/tickets")
                .then()
                .statusCode(200);
        ApiKey.of(tokens, Map.of()).me().then().statusCode(200);
        Signet.bearer(tokens.access()).post("/auth/logout");
        factor.mfaToken();
        app.login(new Browser(), user.username());
        app.start(new Browser());
        tokenRequest(machine).clientCredentials().accessToken();
        MailUser.post("/auth/registrations", Map.of("email", "r" + login + "@example.com"));
    }

    private static boolean areFractions(Map<String, Long> underLoad, int logins) {
        // A list is opened every seven seconds and is needed three times as long.
        return PER_LOGIN.entrySet().stream()
                        .allMatch(
                                inserted -> underLoad.get(inserted.getKey()) < (long) inserted.getValue() * logins / 2)
                && underLoad.get("status_list") >= 1
                && underLoad.get("status_list") <= 6
                && underLoad.get("status_slot_owner") < logins
                && underLoad.get("totp_enrolment") == 1;
    }

    private static void assertEmpty(Map<String, Long> afterwards) {
        assertThat(afterwards).containsEntry("link_request", 0L).containsEntry("mail", 0L);
        assertThat(afterwards).containsEntry("action_link", 0L).containsEntry("invitation", 0L);
        assertThat(afterwards).containsEntry("event_delivery", 0L);
        assertThat(afterwards).containsEntry("session", 0L).containsEntry("revocation", 0L);
        assertThat(afterwards).containsEntry("ticket", 0L);
        assertThat(afterwards).containsEntry("security_event", 0L).containsEntry("pending_login", 0L);
        assertThat(afterwards).containsEntry("browser_session", 0L).containsEntry("authorization_transaction", 0L);
        assertThat(afterwards).containsEntry("api_key", 0L);
        assertThat(afterwards.get("status_list")).isBetween(1L, 6L);
        assertThat(afterwards).containsEntry("totp_enrolment", 0L);
    }

    private Map<String, Long> counts() throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
                    rows.next();
                    counts.put(table, rows.getLong(1));
                }
            }
        }
        return counts;
    }
}
