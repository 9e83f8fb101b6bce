package dev.signet.oauth.authorize;

import dev.signet.support.accounts.SecondFactor;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.Journey;
import dev.signet.support.oauth.App;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Forms of the authorization endpoint that are forged, skipped or sent again. */
@QuarkusTest
class RepeatedFormTest {

    private static final String SESSION = "signet-session";

    private static Map<String, String> with(Shown shown, String name, String value) {
        Map<String, String> fields = new HashMap<>(shown.fields());
        fields.put(name, value);
        return fields;
    }

    private final Browser browser = new Browser();

    @Test
    @Journey
    void formOfAnotherBrowserIsRejected() {
        TestUser user = Signet.createUser();
        App app = App.trusted();
        Shown otherBrowserForm = app.start(new Browser());
        app.start(browser);

        browser.signIn(otherBrowserForm, user.username(), Signet.PASSWORD).assertPageExpired();
        new Browser()
                .signIn(app.start(browser), user.username(), Signet.PASSWORD)
                .assertPageExpired();
    }

    @Test
    void formWithoutItsCsrfTokenIsRejected() {
        TestUser user = Signet.createUser();
        App app = App.trusted();
        Shown shown = app.start(browser);
        Shown other = app.start(browser);

        for (String token : List.of("", "x".repeat(43), other.fields().get("csrf"))) {
            Map<String, String> fields = new HashMap<>(shown.fields());
            fields.put("csrf", token);
            fields.put("username", user.username());
            fields.put("password", Signet.PASSWORD);
            browser.post(shown.action(), fields).assertPageExpired();
        }
        assertThat(browser.cookies()).doesNotContainKey(SESSION);
    }

    @Test
    void authorizationStepsCannotBeSkippedOrRepeated() {
        TestUser user = Signet.createUser();
        App app = App.registered();
        Shown signIn = app.start(browser);
        for (String step : List.of("consent", "second-factor", "account")) {
            browser.post("/oauth2/authorize/" + step, with(signIn, "action", "allow"))
                    .assertPageExpired();
        }

        Shown consent = browser.signIn(signIn, user.username(), Signet.PASSWORD);
        assertThat(App.parameters(browser.submit(consent, "action", "allow"))).containsKey("code");

        browser.submit(consent, "action", "allow").assertPageExpired();
        browser.submit(consent, "action", "deny").assertPageExpired();
    }

    @Test
    @Journey
    void signInFormSentTwiceIssuesSecondCode() {
        TestUser user = Signet.createUser();
        App app = App.trusted();
        Shown signIn = app.start(browser);
        Map<String, String> first = App.parameters(browser.signIn(signIn, user.username(), Signet.PASSWORD));

        Map<String, String> second = App.parameters(browser.signIn(signIn, user.username(), Signet.PASSWORD));

        assertThat(second).containsEntry("state", first.get("state")).containsKey("code");
        assertThat(second.get("code")).isNotEqualTo(first.get("code"));
    }

    @Test
    void signInFormSentTwiceShowsTheConsentPageAgain() {
        TestUser user = Signet.createUser();
        Shown signIn = App.registered().start(browser);
        Shown consent = browser.signIn(signIn, user.username(), Signet.PASSWORD);

        Shown again = browser.signIn(signIn, user.username(), Signet.PASSWORD);

        assertThat(again.heading()).isEqualTo(consent.heading());
        assertThat(App.parameters(browser.submit(again, "action", "allow"))).containsKey("code");
    }

    @Test
    void signInFormSentAgainByAnotherUserIsRejected() {
        Shown signIn = App.trusted().start(browser);
        browser.signIn(signIn, Signet.createUser().username(), Signet.PASSWORD);

        browser.signIn(signIn, Signet.createUser().username(), Signet.PASSWORD).assertPageExpired();
    }

    @Test
    void signInFormSentAgainAfterSessionEndIsRejected() {
        TestUser user = Signet.createUser();
        Shown signIn = App.trusted().start(browser);
        browser.signIn(signIn, user.username(), Signet.PASSWORD);
        Signet.bearer(user.login().access()).delete("/auth/sessions").then().statusCode(204);

        browser.signIn(signIn, user.username(), Signet.PASSWORD).assertPageExpired();
    }

    @Test
    void signInFormSentAgainAfterCancellationIsRejected() {
        TestUser user = Signet.createUser();
        App.trusted().login(browser, user.username());
        Shown signIn = App.trusted().start(browser, "prompt", "login");
        browser.submit(signIn, "action", "cancel");

        browser.signIn(signIn, user.username(), Signet.PASSWORD).assertPageExpired();
    }

    @Test
    void signInFormSentAgainAsksForTheSecondFactorAgain() {
        SecondFactor factor = SecondFactor.enrolled();
        Shown signIn = App.trusted().start(browser);
        Shown page = browser.signIn(signIn, factor.user().username(), Signet.PASSWORD);

        Shown again = browser.signIn(signIn, factor.user().username(), Signet.PASSWORD);

        assertThat(again.heading()).isEqualTo(page.heading());
        Map<String, String> first = App.parameters(
                browser.submit(again, "otp", factor.authenticator().next()));
        assertThat(first).containsKey("code");
        assertThat(App.parameters(browser.submit(again, "otp", "000000"))).containsKey("code");
    }

    @Test
    void secondFactorCannotBeSkipped() {
        SecondFactor factor = SecondFactor.enrolled();
        Shown shown =
                browser.signIn(App.registered().start(browser), factor.user().username(), Signet.PASSWORD);

        for (String step : List.of("consent", "account", "sign-in")) {
            browser.post("/oauth2/authorize/" + step, with(shown, "action", "allow"))
                    .assertPageExpired();
        }
        assertThat(App.parameters(App.registered().start(browser, "prompt", "none")))
                .containsEntry("error", "login_required");
    }
}
