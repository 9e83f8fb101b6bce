package dev.signet.oauth.authorize.device;

import dev.signet.support.accounts.SecondFactor;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.Journey;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static dev.signet.support.ErrorResponses.assertOAuthError;
import static dev.signet.support.oauth.OAuth.deviceRequest;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class DevicePagesTest {

    private final Browser browser = new Browser();
    private TestClient television;

    @BeforeEach
    void register() {
        television = TestClient.register(Map.of(
                "client_name",
                "Television & Co",
                "grant_types",
                List.of(OAuth.DEVICE_CODE),
                "scope",
                "openid profile",
                "token_endpoint_auth_method",
                "none"));
    }

    @Test
    @Journey
    void approvedDeviceGetsTokens() {
        TestUser user = Signet.createUser();
        Response codes = codes();

        Shown code = browser.signIn(open(Map.of()), user.username(), Signet.PASSWORD);
        assertThat(code.heading()).isEqualTo("Connect a device");
        Shown decision = browser.submit(code, "user_code", codes.path("user_code"));
        Shown done = browser.submit(decision, "action", "allow");

        assertThat(done.heading()).isEqualTo("Device connected");
        Response tokens = poll(codes);
        tokens.then().statusCode(200).body("scope", equalTo("openid profile"));
        Signet.verify(tokens.path("access_token")).then().body("sub", equalTo(user.id()));
    }

    @Test
    void decisionPageShowsClientAndIpAddress() {
        Response codes = codes();
        Shown code = browser.signIn(
                open(Map.of("user_code", codes.path("user_code"))),
                Signet.createUser().username(),
                Signet.PASSWORD);
        assertThat(code.page().select("#user_code").attr("value")).isEqualTo(codes.path("user_code"));

        Shown decision = browser.submit(code);

        assertThat(decision.heading()).isEqualTo("Connect this device?");
        assertThat(decision.page().select(".lead strong").text()).isEqualTo("Television & Co");
        assertThat(decision.page().select(".facts code").eachText())
                .containsExactly(codes.path("user_code"), "127.0.0.1");
        assertThat(decision.page().select(".list li")).hasSize(2);
    }

    @Test
    void deniedDeviceGetsNoTokens() {
        Response codes = codes();
        Shown code = browser.signIn(open(Map.of()), Signet.createUser().username(), Signet.PASSWORD);

        Shown done = browser.submit(
                browser.submit(code, "user_code", ((String) codes.path("user_code")).toLowerCase()), "action", "deny");

        assertThat(done.heading()).isEqualTo("Device not connected");
        assertOAuthError(poll(codes), 400, "access_denied");
    }

    @Test
    void changedPasswordRevokesUncollectedApproval() {
        TestUser user = Signet.createUser();
        Response codes = codes();
        Shown code = browser.signIn(open(Map.of()), user.username(), Signet.PASSWORD);
        browser.submit(browser.submit(code, "user_code", codes.path("user_code")), "action", "allow");

        Signet.bearer(user.login().access())
                .contentType(ContentType.JSON)
                .body(Map.of("current_password", Signet.PASSWORD, "new_password", "another long passphrase"))
                .post("/auth/password")
                .then()
                .statusCode(204);

        assertOAuthError(poll(codes), 400, "access_denied");
    }

    @Test
    void devicePagesRequireSecondFactor() {
        SecondFactor factor = SecondFactor.enrolled();
        Shown shown = browser.signIn(open(Map.of()), factor.user().username(), Signet.PASSWORD);
        assertThat(shown.heading()).isEqualTo("Verify it's you");

        assertThat(browser.submit(shown, "otp", factor.authenticator().next()).heading())
                .isEqualTo("Connect a device");
        assertThat(open(Map.of()).heading()).as("logged in").isEqualTo("Connect a device");
    }

    @Test
    void wrongCodeAndWrongPasswordCanBeCorrected() {
        TestUser user = Signet.createUser();
        Response codes = codes();
        Shown wrong = browser.signIn(open(Map.of()), user.username(), "wrong");
        assertThat(wrong.alert()).isEqualTo("Incorrect username or password.");
        Shown code = browser.signIn(wrong, user.username(), Signet.PASSWORD);

        Shown unknown = browser.submit(code, "user_code", "BBBB-BBBB");
        assertThat(unknown.response().statusCode()).isEqualTo(400);
        assertThat(unknown.alert()).startsWith("This code isn't valid.");
        assertThat(browser.submit(unknown, "user_code", codes.path("user_code")).heading())
                .isEqualTo("Connect this device?");
    }

    @Test
    void userCodeAttemptsAreLimited() {
        Shown shown = browser.signIn(open(Map.of()), Signet.createUser().username(), Signet.PASSWORD);
        for (int i = 0; i < 11; i++) {
            shown = browser.submit(shown, "user_code", "BBBB-BBBB");
        }

        assertThat(shown.response().statusCode()).isEqualTo(429);
        assertThat(shown.alert()).startsWith("Too many attempts.");
    }

    @Test
    @Journey
    void deviceStepsCannotBeSkippedOrRepeated() {
        TestUser user = Signet.createUser();
        Response codes = codes();
        Shown signIn = open(Map.of());
        Map<String, String> skipping = new HashMap<>(signIn.fields());
        skipping.put("user_code", codes.path("user_code"));
        skipping.put("action", "allow");
        for (String step : List.of("code", "decision", "second-factor")) {
            assertExpired(browser.post("/device/" + step, skipping));
        }
        assertExpired(browser.post("/oauth2/authorize/sign-in", skipping));
        Shown code = browser.signIn(signIn, user.username(), Signet.PASSWORD);
        assertExpired(new Browser().submit(code, "user_code", codes.path("user_code")));
        Shown decision = browser.submit(code, "user_code", codes.path("user_code"));
        browser.submit(decision, "action", "deny");

        assertExpired(browser.submit(decision, "action", "allow"));
        poll(codes).then().body("error", equalTo("access_denied"));
    }

    private Shown open(Map<String, String> query) {
        return browser.open("/device", query);
    }

    private Response codes() {
        return deviceRequest(television, "openid profile").send();
    }

    private Response poll(Response codes) {
        return tokenRequest(television).deviceCode(codes.path("device_code")).send();
    }

    @Test
    void signInFormSentAgainByAnotherUserIsRejected() {
        Shown signIn = browser.open("/device", Map.of());
        Shown code = browser.signIn(signIn, Signet.createUser().username(), Signet.PASSWORD);

        Shown again = browser.signIn(signIn, Signet.createUser().username(), Signet.PASSWORD);

        assertThat(again.response().statusCode()).isEqualTo(400);
        assertThat(again.heading()).isNotEqualTo(code.heading());
    }

    @Test
    void signInFormSentTwiceShowsTheCodePageAgain() {
        TestUser user = Signet.createUser();
        Shown signIn = browser.open("/device", Map.of());
        Shown code = browser.signIn(signIn, user.username(), Signet.PASSWORD);

        Shown again = browser.signIn(signIn, user.username(), Signet.PASSWORD);

        assertThat(again.response().statusCode()).isEqualTo(200);
        assertThat(again.heading()).isEqualTo(code.heading());
    }

    private static void assertExpired(Shown shown) {
        assertThat(shown.response().statusCode()).isEqualTo(400);
        assertThat(shown.page().select("code").first().text()).isEqualTo("page_expired");
    }
}
