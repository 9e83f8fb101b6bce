package dev.signet.oauth.authorize;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.Journey;
import dev.signet.support.oauth.App;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import static dev.signet.support.Polling.await;
import static org.assertj.core.api.Assertions.assertThat;

/** Browser sessions at the authorization endpoint: reuse, repeated login, cookies. */
@QuarkusTest
class SingleSignOnTest {

    private static final String SESSION = "signet-session";
    private static final String BINDING = "signet-browser";
    private final Browser browser = new Browser();

    @Journey
    @Test
    void signedInUserGetsCodeWithoutPage() {
        TestUser user = Signet.createUser();
        App.trusted().login(browser, user.username());

        App other = App.trusted();
        assertThat(App.parameters(other.start(browser))).containsKey("code");
        assertThat(App.parameters(other.start(browser, "prompt", "none"))).containsKey("code");
        assertThat(App.parameters(other.start(new Browser(), "prompt", "none")))
                .containsEntry("error", "login_required");
    }

    @Test
    void promptLoginAndMaxAgeRequirePasswordAgain() {
        TestUser user = Signet.createUser();
        App app = App.trusted();
        app.login(browser, user.username());
        String before = browser.cookies().get(SESSION);

        Shown again = app.start(browser, "prompt", "login");
        assertThat(again.heading()).isEqualTo("Sign in");
        assertThat(again.page().select("#username").attr("value")).isEqualTo(user.username());
        assertThat(App.parameters(app.start(browser, "max_age", "3600"))).containsKey("code");
        assertThat(App.parameters(browser.signIn(again, user.username(), Signet.PASSWORD)))
                .containsKey("code");
        assertThat(browser.cookies().get(SESSION)).isNotEqualTo(before);
        assertThat(app.start(browser, "max_age", "0").heading()).isEqualTo("Sign in");
        assertThat(App.parameters(app.start(browser, "max_age", "0", "prompt", "none")))
                .containsEntry("error", "login_required");
    }

    @Test
    void maxAgeIsRecheckedAfterAccountSelection() {
        TestUser user = Signet.createUser();
        App app = App.trusted();
        Shown choice = null;
        for (int i = 0; i < 20 && (choice == null || !choice.heading().equals("Choose an account")); i++) {
            app.login(browser, user.username(), "prompt", "login");
            choice = app.start(browser, "prompt", "select_account", "max_age", "2");
        }
        Instant tooOld = Instant.now().plusSeconds(3);
        await().until(() -> Instant.now().isAfter(tooOld));

        Shown shown = browser.submit(choice, "action", "continue");

        assertThat(shown.response().statusCode()).isEqualTo(200);
        assertThat(shown.heading()).isEqualTo("Sign in");
        assertThat(App.parameters(browser.signIn(shown, user.username(), Signet.PASSWORD)))
                .containsKey("code");
    }

    @Test
    void repeatedLoginOfSameUserKeepsOneSession() {
        TestUser user = Signet.createUser();
        App app = App.trusted();
        app.login(browser, user.username());
        app.login(browser, user.username(), "prompt", "login");

        assertThat(browserSessions(user)).hasSize(1);
    }

    @Test
    void userCanContinueOrSwitchAccount() {
        TestUser one = Signet.createUser();
        TestUser other = Signet.createUser();
        App app = App.trusted();
        app.login(browser, one.username());

        Shown choice = app.start(browser, "prompt", "select_account");
        assertThat(choice.heading()).isEqualTo("Choose an account");
        assertThat(App.parameters(browser.submit(choice, "action", "continue"))).containsKey("code");
        Shown signIn = browser.submit(app.start(browser, "prompt", "select_account"), "action", "another");
        assertThat(signIn.heading()).isEqualTo("Sign in");
        assertThat(App.parameters(browser.signIn(signIn, other.username(), Signet.PASSWORD)))
                .containsKey("code");

        assertThat(browserSessions(other)).hasSize(1);
        assertThat(browserSessions(one)).as("session of the previous user").isEmpty();
    }

    @Test
    void cookiesAreHostOnlyAndHttpOnly() {
        TestUser user = Signet.createUser();
        Shown signIn = App.trusted().start(browser);
        Shown done = browser.signIn(signIn, user.username(), Signet.PASSWORD);

        for (Cookie cookie : List.of(
                signIn.response().detailedCookie(BINDING), done.response().detailedCookie(SESSION))) {
            assertThat(cookie.getValue()).matches("[A-Za-z0-9_-]{43}");
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getSameSite()).isEqualTo("Lax");
            assertThat(cookie.getPath()).isEqualTo("/");
            assertThat(cookie.getDomain()).isNull();
            assertThat(cookie.hasExpiryDate() || cookie.getMaxAge() > 0).isFalse();
        }
    }

    @Test
    void plantedSessionCookieIsInvalidAfterLogin() {
        TestUser user = Signet.createUser();
        App app = App.trusted();
        String planted = "p".repeat(43);
        browser.cookies().put(SESSION, planted);

        app.login(browser, user.username());

        assertThat(browser.cookies().get(SESSION)).isNotEqualTo(planted);
        Browser attacker = new Browser();
        attacker.cookies().put(SESSION, planted);
        assertThat(app.start(attacker).heading()).isEqualTo("Sign in");
    }

    @Test
    void formerSessionCookieIsInvalidAfterLogin() {
        TestUser user = Signet.createUser();
        App app = App.trusted();
        app.login(browser, user.username());
        Browser attacker = new Browser();
        attacker.cookies().put(SESSION, browser.cookies().get(SESSION));

        app.login(browser, user.username(), "prompt", "login");

        assertThat(app.start(attacker).heading()).isEqualTo("Sign in");
    }

    @Test
    void repeatedSessionCookieIsIgnored() {
        TestUser user = Signet.createUser();
        App app = App.trusted();
        app.login(browser, user.username());

        assertThat(App.parameters(new Browser()
                        .openWith(
                                "/oauth2/authorize",
                                app.request("prompt", "none"),
                                SESSION + "=" + browser.cookies().get(SESSION) + "; " + SESSION + "=x")))
                .containsEntry("error", "login_required");
    }

    private static List<Map<String, Object>> browserSessions(TestUser user) {
        List<Map<String, Object>> items = Signet.bearer(user.login().access())
                .get("/auth/sessions")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        return items.stream()
                .filter(session -> session.get("client_id").equals("browser"))
                .toList();
    }
}
