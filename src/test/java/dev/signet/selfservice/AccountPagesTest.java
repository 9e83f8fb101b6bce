package dev.signet.selfservice;

import dev.signet.support.accounts.SecondFactor;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.TestInstallation;
import dev.signet.support.oauth.App;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** The start page, and access to account pages: sign-in, sign-out, and forged or foreign requests. */
@QuarkusTest
class AccountPagesTest {

    private static final String SESSION = "signet-session";
    private static final List<String> PAGES = List.of(
            "/",
            "/account",
            "/account/profile",
            "/account/profile/email",
            "/account/security",
            "/account/sessions",
            "/account/applications",
            "/account/api-keys",
            "/account/data");
    private static final String SIGN_IN = "/account/sign-in?return_to=";

    @Test
    @Journey
    void startPageLeadsToSignInAndThenToAccount() {
        AccountVisitor visitor = new AccountVisitor(Signet.createUser(), new Browser());
        Shown start = visitor.open("/");
        assertThat(start.page().select("a.button").attr("href")).isEqualTo("/account/sign-in");

        Shown signedIn = visitor.signIn(visitor.open("/account/sign-in"));

        assertThat(signedIn.location()).isEqualTo("/account");
        assertThat(visitor.open("/account").heading()).isEqualTo("Your account");
        Shown again = visitor.open("/");
        assertThat(again.page().select("a.button").attr("href")).isEqualTo("/account");
        assertThat(again.page().text()).contains(visitor.user().username());
    }

    @Test
    void startPageIsGerman() {
        assertThat(new Browser()
                        .speaking("de")
                        .open("/", Map.of())
                        .page()
                        .select("a.button")
                        .text())
                .isEqualTo("Anmelden");
    }

    @Test
    void programsReceiveLinksToDiscovery() {
        given().accept("application/json")
                .get("/")
                .then()
                .statusCode(200)
                .body("issuer", equalTo(TestInstallation.ISSUER))
                .body("openid_configuration", equalTo(TestInstallation.ISSUER + "/.well-known/openid-configuration"))
                .body(
                        "oauth_authorization_server",
                        equalTo(TestInstallation.ISSUER + "/.well-known/oauth-authorization-server"))
                .body("jwks_uri", equalTo(TestInstallation.ISSUER + "/.well-known/jwks.json"))
                .body("account", equalTo(TestInstallation.ISSUER + "/account"));
    }

    @Test
    void signInReturnsToTheRequestedPage() {
        AccountVisitor visitor = new AccountVisitor(Signet.createUser(), new Browser());
        Shown redirect = visitor.open("/account/security");
        assertThat(redirect.response().statusCode()).isEqualTo(303);
        assertThat(redirect.location()).isEqualTo(SIGN_IN + "/account/security");

        Shown signedIn = visitor.signIn(visitor.browser().follow(redirect.location()));

        assertThat(signedIn.location()).isEqualTo("/account/security");
        assertThat(visitor.open("/account/security").heading()).isEqualTo("Security");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/account",
                "/\\evil.example",
                "/account/../oauth2/logout",
                "/account/security\r\nSet-Cookie: a=b",
                "javascript:alert(1)"
            })
    void signInNeverReturnsToAnotherPlace(String returnTo) {
        AccountVisitor visitor = new AccountVisitor(Signet.createUser(), new Browser());

        Shown signedIn = visitor.signIn(visitor.browser().open("/account/sign-in", Map.of("return_to", returnTo)));

        assertThat(signedIn.location()).isEqualTo("/account");
        assertThat(signedIn.response().headers().getValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("a="));
    }

    @Test
    void secondFactorIsRequired() {
        SecondFactor factor = SecondFactor.enrolled();
        Browser browser = new Browser();
        Shown shown = browser.signIn(
                browser.open("/account/sign-in", Map.of()), factor.user().username(), Signet.PASSWORD);
        assertThat(shown.heading()).isEqualTo("Verify it's you");
        assertThat(browser.open("/account", Map.of()).location()).isEqualTo(SIGN_IN + "/account");

        Shown signedIn = browser.submit(shown, "otp", factor.authenticator().next());

        assertThat(signedIn.location()).isEqualTo("/account");
        assertThat(browser.open("/account", Map.of()).heading()).isEqualTo("Your account");
    }

    @Test
    void wrongPasswordShowsMessageAndCancelReturnsToStart() {
        AccountVisitor visitor = new AccountVisitor(Signet.createUser(), new Browser());
        Shown page = visitor.open("/account/sign-in");
        Shown wrong = visitor.browser().signIn(page, visitor.user().username(), "wrong");
        assertThat(wrong.alert()).isEqualTo("Incorrect username or password.");

        Shown cancelled = visitor.browser().submit(wrong, "action", "cancel");

        assertThat(cancelled.location()).isEqualTo("/");
        assertThat(visitor.browser().cookies()).doesNotContainKey(SESSION);
    }

    @Test
    void sessionIsTheOneOfTheAuthorizationEndpoint() {
        AccountVisitor visitor = AccountVisitor.signedIn();

        assertThat(App.parameters(App.trusted().start(visitor.browser(), "prompt", "none")))
                .containsKey("code");
    }

    @Test
    void loginCookieChangesAtEachSignIn() {
        AccountVisitor visitor = AccountVisitor.signedIn();
        String before = visitor.browser().cookies().get(SESSION);

        visitor.signIn(visitor.open("/account/sign-in"));

        assertThat(visitor.browser().cookies().get(SESSION)).isNotEqualTo(before);
    }

    @Test
    @Journey
    void signOutEndsTheSession() {
        AccountVisitor visitor = AccountVisitor.signedIn();
        String cookie = visitor.browser().cookies().get(SESSION);

        Shown signedOut = visitor.submit(visitor.open("/account"), "/account/sign-out");

        assertThat(signedOut.heading()).isEqualTo("You're signed out");
        assertThat(visitor.browser().cookies()).doesNotContainKey(SESSION);
        assertThat(new Browser()
                        .openWith("/account", Map.of(), SESSION + "=" + cookie)
                        .location())
                .isEqualTo(SIGN_IN + "/account");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account/sign-out",
                "/account/security/password",
                "/account/security/authenticator",
                "/account/security/authenticator/confirmation",
                "/account/security/authenticator/removal",
                "/account/security/recovery-codes",
                "/account/profile",
                "/account/profile/email",
                "/account/data/export",
                "/account/data/deletion",
                "/account/sessions/end-all",
                "/account/sessions/01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10/end",
                "/account/applications/01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10/revocation",
                "/account/api-keys",
                "/account/api-keys/01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10/revocation"
            })
    void forgedFormsAreRejected(String action) {
        AccountVisitor visitor = AccountVisitor.signedIn();
        String foreign = AccountVisitor.signedIn().open("/account").fields().get("csrf");

        visitor.browser()
                .post(action, Map.of("current_password", Signet.PASSWORD))
                .assertPageExpired();
        visitor.browser().post(action, Map.of("csrf", "")).assertPageExpired();
        visitor.browser().post(action, Map.of("csrf", foreign)).assertPageExpired();
        Shown withoutSession = new Browser()
                .post(action, Map.of("csrf", visitor.open("/account").fields().get("csrf")));
        assertThat(withoutSession.location()).startsWith(SIGN_IN + "/account");
        assertThat(visitor.open("/account").heading()).as("still signed in").isEqualTo("Your account");
    }

    @Test
    void namesAreEscaped() {
        String name = "<b>x</b>&'\"" + Signet.createUser().username();
        String id = Signet.adminRequest()
                .body(Map.of("username", name, "password", Signet.PASSWORD))
                .post("/admin/accounts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        AccountVisitor visitor = AccountVisitor.signedIn(new TestUser(id, name));

        for (String path : PAGES) {
            assertThat(visitor.open(path).page().select("b")).as(path).isEmpty();
        }
        for (String path : List.of("/", "/account", "/account/profile")) {
            assertThat(visitor.open(path).page().text()).as(path).contains(name);
        }
    }

    @Test
    void pagesAreNeitherStoredNorFramed() {
        AccountVisitor visitor = AccountVisitor.signedIn();

        for (String path : PAGES) {
            Shown shown = visitor.open(path);
            assertThat(shown.response().header("Cache-Control")).isEqualTo("no-store");
            assertThat(shown.response().header("Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                    .doesNotContain("unsafe");
            // The script for passkeys is allowed by its hash.
            assertThat(shown.page().select("script")).as(path).hasSize(path.equals("/account/security") ? 1 : 0);
        }
    }

    @Test
    void disabledAccountHasNoAccess() {
        AccountVisitor visitor = AccountVisitor.signedIn();

        Signet.setEnabled(visitor.user().id(), false);

        assertThat(visitor.open("/account").location()).isEqualTo(SIGN_IN + "/account");
    }
}
