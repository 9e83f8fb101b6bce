package dev.signet.oauth.authorize;

import dev.signet.jose.json.JsonText;
import dev.signet.support.accounts.PasskeyDevice;
import dev.signet.support.accounts.PasskeyRequests;
import dev.signet.support.accounts.SecondFactor;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.Journey;
import dev.signet.support.oauth.App;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Sign-in pages of the authorization endpoint: password, second factor, cancellation. */
@QuarkusTest
class SignInTest {

    private static final String SESSION = "signet-session";
    private final Browser browser = new Browser();

    @Test
    @Journey
    void passwordAndConsentYieldCode() {
        TestUser user = Signet.createUser();
        Shown signIn = App.registered().start(browser);
        assertThat(signIn.heading()).isEqualTo("Sign in");

        Shown consent = browser.signIn(signIn, user.username(), Signet.PASSWORD);
        assertThat(consent.heading()).isEqualTo("Allow access?");
        assertThat(consent.page().select(".list li")).hasSize(2);
        Map<String, String> response = App.parameters(browser.submit(consent, "action", "allow"));

        assertThat(response).containsEntry("state", "a state").containsKeys("code", "iss");
        assertThat(response).doesNotContainKey("error");
    }

    @Test
    void wrongPasswordAndUnknownUsernameAreIndistinguishable() {
        TestUser user = Signet.createUser();
        Shown signIn = App.trusted().start(browser);

        Shown wrong = browser.signIn(signIn, user.username(), "wrong");
        Shown unknown = browser.signIn(wrong, "nobody-" + user.username(), "wrong");

        assertThat(wrong.response().statusCode()).isEqualTo(400);
        assertThat(unknown.response().statusCode()).isEqualTo(400);
        assertThat(wrong.alert()).isEqualTo("Incorrect username or password.").isEqualTo(unknown.alert());
        assertThat(wrong.page().select("#username").attr("value")).isEqualTo(user.username());
        assertThat(wrong.page().select("#password").attr("value")).isEmpty();
        assertThat(browser.cookies()).doesNotContainKey(SESSION);
        assertThat(App.parameters(browser.signIn(unknown, user.username(), Signet.PASSWORD)))
                .containsKey("code");
    }

    @Test
    void emptyAndOverlongFieldsAreWrongCredentials() {
        Shown signIn = App.trusted().start(browser);

        for (List<String> credentials : List.of(
                List.of("", ""), List.of("a", ""), List.of("a".repeat(1_001), "b"), List.of("a", "b".repeat(4_097)))) {
            assertThat(browser.signIn(signIn, credentials.get(0), credentials.get(1))
                            .alert())
                    .isEqualTo("Incorrect username or password.");
        }
    }

    @Test
    void passwordAttemptsAreLimited() {
        TestUser user = Signet.createUser();
        Shown shown = App.trusted().start(browser);
        for (int i = 0; i < 11; i++) {
            shown = browser.signIn(shown, user.username(), "wrong");
        }

        assertThat(shown.response().statusCode()).isEqualTo(429);
        assertThat(shown.response().header("Retry-After")).matches("[0-9]+");
        assertThat(shown.alert()).startsWith("Too many attempts.");
    }

    @Test
    @Journey
    void secondFactorHasItsOwnPage() {
        SecondFactor factor = SecondFactor.enrolled();
        Shown shown = browser.signIn(App.trusted().start(browser), factor.user().username(), Signet.PASSWORD);
        assertThat(shown.heading()).isEqualTo("Verify it's you");
        assertThat(shown.response().asString()).doesNotContain("sgm_");
        assertThat(browser.cookies()).doesNotContainKey(SESSION);

        Shown wrong = browser.submit(shown, "otp", "000000");
        assertThat(wrong.alert()).isEqualTo("This code is incorrect or was already used.");
        Shown malformed = browser.submit(wrong, "otp", "hello");
        assertThat(malformed.alert()).isEqualTo(wrong.alert());
        String code = factor.authenticator().next();
        Map<String, String> response =
                App.parameters(browser.submit(malformed, "otp", code.substring(0, 3) + " " + code.substring(3)));

        assertThat(response).containsKey("code");
    }

    @Test
    void recoveryCodeReplacesOneTimeCode() {
        SecondFactor factor = SecondFactor.enrolled();
        Shown shown = browser.signIn(App.trusted().start(browser), factor.user().username(), Signet.PASSWORD);

        assertThat(App.parameters(browser.submit(
                        shown, "recovery_code", factor.recoveryCodes().get(0))))
                .containsKey("code");
    }

    @Test
    void tooManyWrongCodesRestartLogin() {
        SecondFactor factor = SecondFactor.enrolled();
        Shown shown = browser.signIn(App.trusted().start(browser), factor.user().username(), Signet.PASSWORD);
        for (int i = 0; i < 6; i++) {
            shown = browser.submit(shown, "otp", "000000");
        }

        assertThat(shown.heading()).isEqualTo("Sign in");
        assertThat(shown.alert()).startsWith("Your sign-in took too long");
    }

    @Test
    @Journey
    void cancelAndDenyReturnAccessDenied() {
        TestUser user = Signet.createUser();
        App app = App.registered();

        assertThat(App.parameters(browser.submit(app.start(browser), "action", "cancel")))
                .containsEntry("error", "access_denied")
                .containsEntry("state", "a state");
        Shown consent = browser.signIn(app.start(browser), user.username(), Signet.PASSWORD);
        assertThat(App.parameters(browser.submit(consent, "action", "deny"))).containsEntry("error", "access_denied");
        assertThat(app.start(browser).heading()).as("nothing was remembered").isEqualTo("Allow access?");
    }

    @Test
    void essentialAcrRequiresSecondFactor() {
        SecondFactor factor = SecondFactor.enrolled();
        TestUser without = Signet.createUser();
        App app = App.trusted();
        String claims = "{\"id_token\":{\"acr\":{\"essential\":true,\"value\":\"aal2\"}}}";

        assertThat(app.login(browser, without.username(), "claims", claims))
                .containsEntry("error", "unmet_authentication_requirements");
        assertThat(app.start(browser, "claims", claims).heading()).isEqualTo("Sign in");
        Shown shown = browser.signIn(
                app.start(browser, "claims", claims), factor.user().username(), Signet.PASSWORD);
        assertThat(App.parameters(
                        browser.submit(shown, "otp", factor.authenticator().next())))
                .containsKey("code");
        assertThat(App.parameters(app.start(browser, "claims", claims, "prompt", "none")))
                .containsKey("code");
    }

    @Test
    void passkeySatisfiesEssentialAcrOfSecondFactor() {
        TestUser user = Signet.createUser();
        PasskeyDevice device = PasskeyDevice.create();
        PasskeyRequests.register(user.login(), device);
        App app = App.trusted();
        String claims = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"aal2\"]}}}";
        Shown signIn = app.start(browser, "claims", claims);

        assertThat(App.parameters(browser.submit(signIn, "credential", assertion(signIn, device))))
                .containsKey("code");
        assertThat(App.parameters(app.start(browser, "claims", claims, "prompt", "none")))
                .containsKey("code");
    }

    private static String assertion(Shown page, PasskeyDevice device) {
        String options = page.page().select("form").attr("data-passkey-options");
        return JsonText.of(device.get(JsonPath.from(options).getMap("")));
    }

    @Test
    void disabledAccountGetsNoCode() {
        TestUser user = Signet.createUser();
        App app = App.trusted();
        app.login(browser, user.username());

        Signet.bearer(Signet.admin().access())
                .contentType("application/json")
                .body(Map.of("enabled", false))
                .patch("/admin/accounts/" + user.id())
                .then()
                .statusCode(200);

        assertThat(App.parameters(app.start(browser, "prompt", "none"))).containsEntry("error", "login_required");
        assertThat(browser.signIn(app.start(browser), user.username(), Signet.PASSWORD)
                        .alert())
                .isEqualTo("Incorrect username or password.");
    }
}
