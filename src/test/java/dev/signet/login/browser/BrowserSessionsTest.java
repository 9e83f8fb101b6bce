package dev.signet.login.browser;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.audit.SecurityEvents;
import dev.signet.clients.Scope;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.login.authentication.AuthenticatedUser;
import dev.signet.support.SettableClock;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.database.Sweep;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.tokens.grant.RequestedAccess;
import dev.signet.tokens.session.BrowserSessionEnded;
import dev.signet.web.caller.Caller;
import dev.signet.web.http.HostCookies;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@OnBothStacks
class BrowserSessionsTest {

    @Inject
    BrowserSessionRepository repository;

    @Inject
    AccountService accounts;

    @Inject
    SecurityEvents events;

    @Inject
    Event<BrowserSessionEnded> ended;

    @Inject
    HostCookies cookies;

    @Inject
    Caller caller;

    @Inject
    BrowserConfig config;

    @Inject
    SecureRandom random;

    @Inject
    DataSource database;

    private final SettableClock clock = SettableClock.atNow();
    private BrowserSessionEnding ending;
    private BrowserSessions sessions;

    @BeforeEach
    void createWithSettableClock() {
        ending = new BrowserSessionEnding(repository, events, ended, config, clock);
        sessions = new BrowserSessions(repository, ending, accounts, events, cookies, caller, config, clock, random);
    }

    @Test
    void cookieFindsTheSession() {
        TestUser user = Signet.createUser();

        OpenedBrowserSession opened = open(user);

        assertThat(isLive(opened)).isTrue();
        assertThat(opened.session().accountId()).hasToString(user.id());
        assertThat(opened.session().authenticationContext().acr()).isEqualTo("aal1");
        assertThat(opened.cookie().getValue()).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void unknownCookieFindsNoSession() {
        assertThat(sessions.find("")).isEmpty();
        assertThat(sessions.find("A".repeat(43))).isEmpty();
        assertThat(sessions.find("A".repeat(10_000))).isEmpty();
        assertThat(sessions.find("' or 1=1 --")).isEmpty();
    }

    @Test
    void concurrentPasswordChangePreventsLogin() {
        TestUser user = Signet.createUser();
        Account seen = accounts.find(UUID.fromString(user.id())).orElseThrow();
        Signet.adminRequest()
                .body(Map.of("password", "another long passphrase"))
                .patch("/admin/accounts/" + user.id())
                .then()
                .statusCode(200);

        assertThatThrownBy(() -> open(seen))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(ErrorCode.INVALID_CREDENTIALS));
    }

    @Test
    void idleSessionExpires() {
        OpenedBrowserSession opened = open(Signet.createUser());
        clock.advance(config.idleTtl().minusSeconds(1));
        assertThat(isLive(opened)).isTrue();
        clock.advance(config.idleTtl().minusSeconds(1));
        assertThat(isLive(opened)).as("used in between").isTrue();
        clock.advance(config.idleTtl());

        assertThat(isLive(opened)).isFalse();
        assertThat(Sweep.table("browser_session", clock.instant())).isPositive();
    }

    @Test
    void usedSessionExpiresAtAbsoluteLimit() {
        OpenedBrowserSession opened = open(Signet.createUser());
        Duration step = config.idleTtl().minusMinutes(1);
        for (Duration age = step; age.compareTo(config.ttl()) < 0; age = age.plus(step)) {
            clock.advance(step);
            assertThat(isLive(opened)).isTrue();
        }
        clock.advance(step);

        assertThat(isLive(opened)).isFalse();
    }

    @Test
    void browserSessionIsListedAndEndedByUser() {
        TestUser user = Signet.createUser();
        OpenedBrowserSession opened = open(user);
        Tokens tokens = user.login();
        List<Map<String, Object>> listed = listed(tokens);

        assertThat(listed).hasSize(2);
        assertThat(listed)
                .filteredOn(session -> session.get("client_id").equals("browser"))
                .singleElement()
                .satisfies(session -> assertThat(session.get("id"))
                        .isEqualTo(opened.session().id().toString()));
        Signet.bearer(Signet.createUser().login().access())
                .delete("/auth/sessions/" + opened.session().id())
                .then()
                .statusCode(404);
        assertThat(isLive(opened)).as("another's request").isTrue();
        Signet.bearer(tokens.access())
                .delete("/auth/sessions/" + opened.session().id())
                .then()
                .statusCode(204);

        assertThat(isLive(opened)).isFalse();
        Signet.me(tokens.access()).then().statusCode(200);
    }

    @Test
    void signOutEverywhereEndsBrowserSession() {
        TestUser user = Signet.createUser();
        OpenedBrowserSession opened = open(user);

        Signet.bearer(user.login().access()).delete("/auth/sessions").then().statusCode(204);

        assertThat(isLive(opened)).isFalse();
    }

    @Test
    void administratorEndsBrowserSession() {
        TestUser user = Signet.createUser();
        OpenedBrowserSession one = open(user);
        OpenedBrowserSession other = open(user);
        String admin = Signet.admin().access();

        Signet.bearer(admin)
                .delete("/admin/sessions/" + one.session().id())
                .then()
                .statusCode(204);
        assertThat(isLive(one)).isFalse();
        assertThat(isLive(other)).isTrue();
        Signet.bearer(admin)
                .delete("/admin/accounts/" + user.id() + "/sessions")
                .then()
                .statusCode(204);

        assertThat(isLive(other)).isFalse();
    }

    @Test
    void changedPasswordEndsBrowserSession() {
        TestUser user = Signet.createUser();
        OpenedBrowserSession opened = open(user);

        Signet.bearer(user.login().access())
                .contentType(ContentType.JSON)
                .body(Map.of("current_password", Signet.PASSWORD, "new_password", "another fine passphrase"))
                .post("/auth/password")
                .then()
                .statusCode(204);

        assertThat(isLive(opened)).isFalse();
    }

    @Test
    void disablingAnAccountEndsBrowserSessions() {
        TestUser user = Signet.createUser();
        OpenedBrowserSession opened = open(user);

        for (boolean enabled : new boolean[] {false, true}) {
            Signet.bearer(Signet.admin().access())
                    .contentType(ContentType.JSON)
                    .body(Map.of("enabled", enabled))
                    .patch("/admin/accounts/" + user.id())
                    .then()
                    .statusCode(200);
            assertThat(isLive(opened)).isFalse();
        }
    }

    @Test
    void cookieIsNotStored() throws Exception {
        OpenedBrowserSession opened = open(Signet.createUser());

        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from browser_session")) {
            while (rows.next()) {
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    assertThat(String.valueOf(rows.getString(column)))
                            .doesNotContain(opened.cookie().getValue());
                }
            }
        }
        assertThat(opened.toString()).doesNotContain(opened.cookie().getValue());
    }

    private OpenedBrowserSession open(TestUser user) {
        return open(accounts.find(UUID.fromString(user.id())).orElseThrow());
    }

    private OpenedBrowserSession open(Account account) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sessions.open(new AuthenticatedUser(
                        account,
                        new RequestedAccess("web", List.of(), Scope.ofText("openid")),
                        List.of("pwd"),
                        clock.instant())));
    }

    private boolean isLive(OpenedBrowserSession opened) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sessions.find(opened.cookie().getValue()).isPresent());
    }

    private static List<Map<String, Object>> listed(Tokens tokens) {
        return Signet.bearer(tokens.access())
                .get("/auth/sessions")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }
}
