package dev.signet.oauth.authorize;

import dev.signet.support.accounts.SecondFactor;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.Journey;
import dev.signet.support.oauth.App;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static dev.signet.support.Polling.await;
import static org.assertj.core.api.Assertions.assertThat;

/** Users at the pages of the authorization endpoint, and attacks on these pages. */
@QuarkusTest
class SignInTest {

    private static final String SESSION = "signet-session";
    private static final String BINDING = "signet-browser";

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
    @Journey
    void consentIsStoredListedAndRevocable() {
        TestUser user = Signet.createUser();
        App app = App.registered();
        app.login(browser, user.username());

        assertThat(App.parameters(app.start(browser))).as("remembered").containsKey("code");
        assertThat(App.parameters(app.start(browser, "scope", "openid", "prompt", "none")))
                .as("less")
                .containsKey("code");
        assertThat(app.start(browser, "scope", "openid profile email").heading())
                .as("more")
                .isEqualTo("Allow access?");
        assertThat(App.parameters(app.start(browser, "scope", "openid email", "prompt", "none")))
                .containsEntry("error", "consent_required");
        assertThat(app.start(browser, "prompt", "consent").heading()).isEqualTo("Allow access?");
        Tokens tokens = user.login();
        List<Map<String, Object>> consents = Signet.bearer(tokens.access())
                .get("/auth/consents")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        assertThat(consents).hasSize(1);
        assertThat(consents.get(0))
                .containsEntry("client_id", app.client().id())
                .containsEntry("scope", "openid profile");
        String path = "/auth/consents/" + consents.get(0).get("id");
        Signet.bearer(Signet.createUser().login().access()).delete(path).then().statusCode(404);
        Signet.bearer(tokens.access()).delete(path).then().statusCode(204);

        assertThat(app.start(browser).heading())
                .as("after the consent was revoked")
                .isEqualTo("Allow access?");
    }

    // Any program on the user's device can receive the response, with the identity of the approved client.
    @Test
    void publicClientOnDeviceNeedsConsentEachTime() {
        TestUser user = Signet.createUser();
        for (String uri : List.of("http://127.0.0.1:49152/cb", "com.example.app:/cb")) {
            App app = App.registered(
                    Map.of("redirect_uris", List.of(uri, App.REDIRECT_URI), "token_endpoint_auth_method", "none"));
            Shown first = app.start(browser, "redirect_uri", uri, "prompt", "login");
            Shown allowed = browser.submit(browser.signIn(first, user.username(), Signet.PASSWORD), "action", "allow");
            assertThat(allowed.location()).startsWith(uri + "?code=");

            assertThat(app.start(browser, "redirect_uri", uri).heading()).isEqualTo("Allow access?");
            assertThat(app.start(browser, "redirect_uri", uri, "prompt", "none").location())
                    .startsWith(uri + "?error=consent_required");
            assertThat(App.parameters(app.start(browser))).as("at its own site").containsKey("code");
        }
    }

    @Test
    @Journey
    void firstPartyClientOnDeviceNeverGetsCodeSilently() {
        String username = Signet.createUser().username();
        for (String uri : List.of(
                "http://127.0.0.1:49152/cb",
                "com.example.app:/cb",
                "https://127.0.0.1:8443/cb",
                "https://[::1]/cb",
                "HTTPS://LocalHost/cb")) {
            App app = App.registered(Map.of(
                    "first_party",
                    true,
                    "redirect_uris",
                    List.of(uri, App.REDIRECT_URI),
                    "token_endpoint_auth_method",
                    "none"));
            Shown first = app.start(browser, "redirect_uri", uri, "prompt", "login");
            assertThat(browser.signIn(first, username, Signet.PASSWORD).location())
                    .as("after a sign-in for this very request")
                    .startsWith(uri + "?code=");

            assertThat(app.start(browser, "redirect_uri", uri, "prompt", "none", "scope", "openid offline_access")
                            .location())
                    .startsWith(uri + "?error=consent_required");
            Shown asked = app.start(browser, "redirect_uri", uri);
            assertThat(asked.heading()).isEqualTo("Allow access?");
            assertThat(browser.submit(asked, "action", "allow").location()).startsWith(uri + "?code=");
            assertThat(app.start(browser, "redirect_uri", uri).heading())
                    .as("allowed before")
                    .isEqualTo("Allow access?");
            assertThat(App.parameters(app.start(browser, "prompt", "none")))
                    .as("at its own site")
                    .containsKey("code");
        }
    }

    @Test
    void deletedClientLosesItsConsents() {
        TestUser user = Signet.createUser();
        App app = App.registered();
        app.login(browser, user.username());

        Signet.adminRequest()
                .delete("/admin/clients/" + app.client().id())
                .then()
                .statusCode(204);

        assertThat((List<?>) Signet.bearer(user.login().access())
                        .get("/auth/consents")
                        .path("items"))
                .isEmpty();
        assertThat(app.start(browser).page().select("code").first().text()).isEqualTo("unknown_client");
    }

    @Test
    void consentPageLinksPolicyAndTerms() {
        App app = App.registered(
                Map.of("policy_uri", "https://app.example/privacy", "tos_uri", "https://app.example/terms"));
        Shown consent = browser.signIn(app.start(browser), Signet.createUser().username(), Signet.PASSWORD);

        assertThat(consent.page().select(".small a").eachAttr("href"))
                .containsExactly("https://app.example/privacy", "https://app.example/terms");
    }

    // The client chooses its name, but the redirect URI is verified.
    @Test
    void consentPageShowsRedirectHost() {
        String username = Signet.createUser().username();
        for (String uri : List.of("https://app.example/cb", "http://127.0.0.1:8080/cb", "com.example.app:/cb")) {
            App app = App.registered(Map.of("client_name", "Your Bank", "redirect_uris", List.of(uri)));
            Shown consent = browser.signIn(
                    app.start(browser, "redirect_uri", uri, "prompt", "login"), username, Signet.PASSWORD);

            assertThat(uri)
                    .contains(consent.page().select("form p code").first().text());
            assertThat(consent.page().select("form").text())
                    .containsPattern("You'll be redirected to (app.example|127.0.0.1|com.example.app:)\\.");
        }
    }

    @Test
    void consentAppliesOnlyToItsUser() {
        App app = App.registered();
        app.login(browser, Signet.createUser().username());

        Browser other = new Browser();
        Shown shown = other.signIn(app.start(other), Signet.createUser().username(), Signet.PASSWORD);

        assertThat(shown.heading()).isEqualTo("Allow access?");
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
    @Journey
    void formOfAnotherBrowserIsRejected() {
        TestUser user = Signet.createUser();
        App app = App.trusted();
        Shown otherBrowserForm = app.start(new Browser());
        app.start(browser);

        assertExpired(browser.signIn(otherBrowserForm, user.username(), Signet.PASSWORD));
        assertExpired(new Browser().signIn(app.start(browser), user.username(), Signet.PASSWORD));
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
            assertExpired(browser.post(shown.action(), fields));
        }
        assertThat(browser.cookies()).doesNotContainKey(SESSION);
    }

    @Test
    void authorizationStepsCannotBeSkippedOrRepeated() {
        TestUser user = Signet.createUser();
        App app = App.registered();
        Shown signIn = app.start(browser);
        for (String step : List.of("consent", "second-factor", "account")) {
            assertExpired(browser.post("/oauth2/authorize/" + step, with(signIn, "action", "allow")));
        }

        Shown consent = browser.signIn(signIn, user.username(), Signet.PASSWORD);
        assertThat(App.parameters(browser.submit(consent, "action", "allow"))).containsKey("code");

        assertExpired(browser.submit(consent, "action", "allow"));
        assertExpired(browser.submit(consent, "action", "deny"));
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

        assertExpired(browser.signIn(signIn, Signet.createUser().username(), Signet.PASSWORD));
    }

    @Test
    void signInFormSentAgainAfterSessionEndIsRejected() {
        TestUser user = Signet.createUser();
        Shown signIn = App.trusted().start(browser);
        browser.signIn(signIn, user.username(), Signet.PASSWORD);
        Signet.bearer(user.login().access()).delete("/auth/sessions").then().statusCode(204);

        assertExpired(browser.signIn(signIn, user.username(), Signet.PASSWORD));
    }

    @Test
    void signInFormSentAgainAfterCancellationIsRejected() {
        TestUser user = Signet.createUser();
        App.trusted().login(browser, user.username());
        Shown signIn = App.trusted().start(browser, "prompt", "login");
        browser.submit(signIn, "action", "cancel");

        assertExpired(browser.signIn(signIn, user.username(), Signet.PASSWORD));
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
            assertExpired(browser.post("/oauth2/authorize/" + step, with(shown, "action", "allow")));
        }
        assertThat(App.parameters(App.registered().start(browser, "prompt", "none")))
                .containsEntry("error", "login_required");
    }

    @Test
    void consentOfAnotherUserIsRejected() {
        App app = App.registered();
        Shown consent = browser.signIn(app.start(browser), Signet.createUser().username(), Signet.PASSWORD);
        App.trusted().login(browser, Signet.createUser().username(), "prompt", "login");

        assertExpired(browser.submit(consent, "action", "allow"));
    }

    @Test
    void consentAfterSessionEndIsRejected() {
        TestUser user = Signet.createUser();
        Shown consent = browser.signIn(App.registered().start(browser), user.username(), Signet.PASSWORD);

        Signet.bearer(user.login().access()).delete("/auth/sessions").then().statusCode(204);

        assertExpired(browser.submit(consent, "action", "allow"));
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

    private static Map<String, String> with(Shown shown, String name, String value) {
        Map<String, String> fields = new HashMap<>(shown.fields());
        fields.put(name, value);
        return fields;
    }

    private static void assertExpired(Shown shown) {
        assertThat(shown.response().statusCode()).isEqualTo(400);
        assertThat(shown.location()).isNull();
        assertThat(shown.page().select("code").first().text()).isEqualTo("page_expired");
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
