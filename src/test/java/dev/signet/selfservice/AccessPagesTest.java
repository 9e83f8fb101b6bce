package dev.signet.selfservice;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.Journey;
import dev.signet.support.oauth.App;
import dev.signet.support.oauth.OAuth;
import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static dev.signet.support.oauth.OAuth.tokenRequest;
import static org.assertj.core.api.Assertions.assertThat;

/** The pages for sessions and for applications. */
@QuarkusTest
class AccessPagesTest {

    private static final String SESSIONS = "/account/sessions";
    private static final String APPLICATIONS = "/account/applications";

    @Test
    @Journey
    void sessionsAreListedAndOneIsEnded() {
        AccountVisitor visitor = AccountVisitor.signedIn();
        Tokens other = visitor.user().login();
        Shown page = visitor.open(SESSIONS);
        assertThat(page.page().select(".entries li")).hasSize(2);
        assertThat(page.page().select(".badge").text()).isEqualTo("This device");
        List<String> actions = page.page().select(".entries form").eachAttr("action");
        assertThat(actions).as("only the other session can be ended").hasSize(1);

        Shown done = visitor.submitAndFollow(SESSIONS, actions.get(0));

        assertThat(AccountVisitor.success(done)).isEqualTo("The session is signed out.");
        assertThat(done.page().select(".entries li")).hasSize(1);
        Signet.refresh(other.refresh()).then().statusCode(401);
    }

    @Test
    void signOutEverywhereEndsEverySession() {
        AccountVisitor visitor = AccountVisitor.signedIn();
        AccountVisitor elsewhere = AccountVisitor.signedIn(visitor.user());
        Tokens other = visitor.user().login();

        Shown done = visitor.submit(visitor.open(SESSIONS), SESSIONS + "/end-all");

        assertThat(done.heading()).isEqualTo("You're signed out");
        assertThat(visitor.open("/account").response().statusCode()).isEqualTo(303);
        assertThat(elsewhere.open("/account").response().statusCode()).isEqualTo(303);
        Signet.refresh(other.refresh()).then().statusCode(401);
    }

    @Test
    void sessionOfAnotherAccountIsNotFound() {
        AccountVisitor victim = AccountVisitor.signedIn();
        Tokens tokens = victim.user().login();
        String id = OAuth.claims(tokens.access()).get("sid").asText();
        AccountVisitor visitor = AccountVisitor.signedIn();
        String csrf = visitor.open(SESSIONS).fields().get("csrf");

        Shown rejected = visitor.browser().post(SESSIONS + "/" + id + "/end", Map.of("csrf", csrf));

        assertThat(rejected.response().statusCode()).isEqualTo(404);
        Signet.refresh(tokens.refresh()).then().statusCode(200);
    }

    @Test
    @Journey
    void applicationIsListedWithItsAccessAndRevoked() {
        AccountVisitor visitor = AccountVisitor.signedIn();
        App app = App.registered(Map.of("audiences", List.of("https://notes.example/v1")));
        String refresh = grant(visitor, app);
        Shown page = visitor.open(APPLICATIONS);
        Element application = page.page().selectFirst("section");
        assertThat(application.select("h2").text()).isEqualTo("Notes & <Things>");
        assertThat(application.select(".list li").eachText())
                .containsExactlyInAnyOrder(
                        "Confirm your identity",
                        "See your username and profile",
                        "Keep this access when you're not using the application");
        assertThat(application.text()).contains("https://notes.example/v1");

        Shown done =
                visitor.submitAndFollow(APPLICATIONS, application.select("form").attr("action"));

        assertThat(AccountVisitor.success(done)).startsWith("The access is revoked");
        assertThat(done.page().select("section")).isEmpty();
        tokenRequest(app.client()).refresh(refresh).send().then().statusCode(400);
    }

    @Test
    void applicationOfAnotherAccountIsNotFound() {
        AccountVisitor victim = AccountVisitor.signedIn();
        App app = App.registered();
        String refresh = grant(victim, app);
        String action = victim.open(APPLICATIONS).page().select("section form").attr("action");
        AccountVisitor visitor = AccountVisitor.signedIn();
        String csrf = visitor.open(APPLICATIONS).fields().get("csrf");

        Shown rejected = visitor.browser().post(action, Map.of("csrf", csrf));

        assertThat(rejected.response().statusCode()).isEqualTo(404);
        tokenRequest(app.client()).refresh(refresh).send().then().statusCode(200);
    }

    private static String grant(AccountVisitor visitor, App app) {
        Shown consent = app.start(visitor.browser(), "scope", "openid profile offline_access");
        assertThat(consent.page().select("a[href=/account/applications]"))
                .as("the consent page leads to the list")
                .hasSize(1);
        String code = App.parameters(visitor.browser().submit(consent, "action", "allow"))
                .get("code");
        return tokenRequest(app.client())
                .code(code)
                .send()
                .then()
                .statusCode(200)
                .extract()
                .path("refresh_token");
    }
}
