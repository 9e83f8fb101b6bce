package dev.signet.flow;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.TestInstallation;
import dev.signet.support.oauth.App;
import dev.signet.support.oauth.OAuth;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static dev.signet.support.ErrorResponses.assertOAuthError;
import static dev.signet.support.ErrorResponses.assertProblem;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/**
 * Complete flow: an application redirects a browser, a user signs in, the application receives tokens, and they end.
 */
@QuarkusTest
class BrowserLoginTest {

    private final Browser browser = new Browser();

    @Test
    @Journey
    void applicationReceivesTokensForSignedInUser() {
        TestUser user = Signet.createUser();
        App app = App.registered();

        Response tokens = tokenRequest(app.client())
                .code(app.login(browser, user.username()).get("code"))
                .send();

        tokens.then().statusCode(200).body("token_type", equalTo("Bearer")).body("scope", equalTo("openid profile"));
        Signet.verify(tokens.path("access_token"))
                .then()
                .body("active", equalTo(true))
                .body("sub", equalTo(user.id()))
                .body("client_id", equalTo(app.client().id()))
                .body("acr", equalTo("aal1"));
    }

    @Test
    void codeRequiresVerifierOfItsChallenge() {
        TestUser user = Signet.createUser();
        App app = App.trusted();

        assertOAuthError(
                tokenRequest(app.client())
                        .code(app.login(browser, user.username()).get("code"), "x".repeat(43))
                        .send(),
                400,
                "invalid_grant");
    }

    @Test
    @Journey
    void revokedConsentEndsSessionsOfApplication() {
        TestUser user = Signet.createUser();
        App app = App.registered();
        String token = tokenRequest(app.client())
                .code(app.login(browser, user.username()).get("code"))
                .send()
                .path("access_token");
        Tokens own = user.login();
        String consent = Signet.bearer(own.access()).get("/auth/consents").path("items[0].id");

        Signet.bearer(own.access()).delete("/auth/consents/" + consent).then().statusCode(204);

        Signet.verify(token).then().body("active", equalTo(false));
        Signet.me(own.access()).then().statusCode(200);
    }

    @Test
    void applicationCannotListOrRevokeConsents() {
        TestUser user = Signet.createUser();
        App app = App.registered(Map.of("audiences", List.of(TestInstallation.ISSUER)));
        String token = tokenRequest(app.client())
                .code(app.login(browser, user.username()).get("code"))
                .send()
                .path("access_token");

        assertProblem(Signet.bearer(token).get("/auth/consents"), 403, "first_party_only");
    }

    @Test
    @Journey
    void requestedClaimsNeedConsentForTheirScope() {
        TestUser user = withEmail();
        App app = App.registered();
        String claims = "{\"userinfo\":{\"email\":null},\"id_token\":{\"email_verified\":null}}";
        app.login(browser, user.username(), "scope", "openid");

        assertThat(App.parameters(app.start(browser, "scope", "openid", "claims", claims, "prompt", "none")))
                .containsEntry("error", "consent_required");
        Shown page = app.start(browser, "scope", "openid", "claims", claims);
        assertThat(page.page().text()).contains("See your email address");
        Response tokens = tokenRequest(app.client())
                .code(App.parameters(browser.submit(page, "action", "allow")).get("code"))
                .send();

        tokens.then().body("scope", equalTo("openid email"));
        userInfo(tokens).then().body("email", equalTo(user.username() + "@example.com"));
        assertThat(OAuth.claims(tokens.path("id_token")).has("email_verified")).isTrue();
        Signet.bearer(user.login().access())
                .get("/auth/consents")
                .then()
                .body("items.scope", equalTo(List.of("openid email")));
        assertThat(App.parameters(app.start(browser, "scope", "openid", "claims", claims, "prompt", "none")))
                .containsKey("code");
    }

    @Test
    void claimsOfUnregisteredScopesAreOmitted() {
        TestUser user = withEmail();
        App app = App.registered(Map.of("scope", "openid"));
        String claims = "{\"userinfo\":{\"email\":null},\"id_token\":{\"email\":null,\"groups\":null}}";

        Response tokens = tokenRequest(app.client())
                .code(app.login(browser, user.username(), "scope", "openid", "claims", claims)
                        .get("code"))
                .send();

        tokens.then().body("scope", equalTo("openid"));
        userInfo(tokens).then().body("", equalTo(Map.of("sub", user.id())));
        assertThat(OAuth.claims(tokens.path("id_token")).has("email")).isFalse();
        assertThat(OAuth.claims(tokens.path("id_token")).has("groups")).isFalse();
    }

    private static TestUser withEmail() {
        TestUser user = Signet.createUser();
        Signet.adminRequest()
                .body(Map.of("email", user.username() + "@example.com"))
                .patch("/admin/accounts/" + user.id())
                .then()
                .statusCode(200);
        return user;
    }

    private static Response userInfo(Response tokens) {
        return Signet.bearer(tokens.path("access_token")).get("/oauth2/userinfo");
    }

    @Test
    @Journey
    void rejectedRefreshLeavesTheRefreshTokenValid() {
        App app = App.registered(Map.of("audiences", List.of("https://api.example")));
        String code = app.login(browser, Signet.createUser().username(), "scope", "openid offline_access")
                .get("code");
        String refreshToken = tokenRequest(app.client()).code(code).send().path("refresh_token");

        audiences(app, "https://elsewhere.example");
        assertOAuthError(tokenRequest(app.client()).refresh(refreshToken).send(), 400, "invalid_target");
        assertOAuthError(tokenRequest(app.client()).refresh(refreshToken).send(), 400, "invalid_target");
        audiences(app, "https://api.example");

        Response refreshed = tokenRequest(app.client()).refresh(refreshToken).send();
        refreshed.then().statusCode(200);
        tokenRequest(app.client())
                .refresh(refreshed.path("refresh_token"))
                .send()
                .then()
                .statusCode(200);
    }

    private static void audiences(App app, String audience) {
        Signet.adminRequest()
                .body(Map.of("audiences", List.of(audience)))
                .patch("/admin/clients/" + app.client().id())
                .then()
                .statusCode(200);
    }

    @Test
    @Journey
    void endedBrowserSessionEndsItsClientSessions() {
        TestUser user = Signet.createUser();
        App app = App.trusted();
        String token = tokenRequest(app.client())
                .code(app.login(browser, user.username()).get("code"))
                .send()
                .path("access_token");
        Tokens own = user.login();
        List<Map<String, Object>> sessions =
                Signet.bearer(own.access()).get("/auth/sessions").path("items");
        Object id = sessions.stream()
                .filter(session -> session.get("client_id").equals("browser"))
                .findFirst()
                .orElseThrow()
                .get("id");

        Signet.bearer(own.access()).delete("/auth/sessions/" + id).then().statusCode(204);

        Signet.verify(token).then().body("active", equalTo(false));
        Signet.me(own.access()).then().statusCode(200);
        Shown again = app.start(browser);
        assertThat(again.heading()).isEqualTo("Sign in");
    }

    @Test
    void hintAndSubjectClaimRequireTheSameUser() {
        TestUser user = Signet.createUser();
        App app = App.trusted();
        String idToken = tokenRequest(app.client())
                .code(app.login(browser, user.username()).get("code"))
                .send()
                .path("id_token");
        String claims = "{\"id_token\":{\"sub\":{\"value\":\"" + user.id() + "\"}}}";
        Browser another = new Browser();
        app.login(another, Signet.createUser().username());

        for (List<String> requested : List.of(List.of("id_token_hint", idToken), List.of("claims", claims))) {
            assertThat(App.parameters(app.start(browser, requested.get(0), requested.get(1), "prompt", "none")))
                    .containsKey("code");
            assertThat(App.parameters(app.start(another, requested.get(0), requested.get(1), "prompt", "none")))
                    .containsEntry("error", "login_required");
            assertThat(app.login(new Browser(), Signet.createUser().username(), requested.get(0), requested.get(1)))
                    .containsEntry("error", "login_required");
        }
        assertThat(App.parameters(App.trusted().start(browser, "id_token_hint", idToken)))
                .as("another client's")
                .containsEntry("error", "invalid_request");
        assertThat(App.parameters(app.start(browser, "id_token_hint", "nonsense")))
                .containsEntry("error", "invalid_request");
    }
}
