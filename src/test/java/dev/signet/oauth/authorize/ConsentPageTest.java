package dev.signet.oauth.authorize;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.Journey;
import dev.signet.support.oauth.App;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Consents of users: when they are needed, what their page shows, and to whom they apply. */
@QuarkusTest
class ConsentPageTest {

    private final Browser browser = new Browser();

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
                .containsExactly("/account/applications", "https://app.example/privacy", "https://app.example/terms");
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
    void consentOfAnotherUserIsRejected() {
        App app = App.registered();
        Shown consent = browser.signIn(app.start(browser), Signet.createUser().username(), Signet.PASSWORD);
        App.trusted().login(browser, Signet.createUser().username(), "prompt", "login");

        browser.submit(consent, "action", "allow").assertPageExpired();
    }

    @Test
    void consentAfterSessionEndIsRejected() {
        TestUser user = Signet.createUser();
        Shown consent = browser.signIn(App.registered().start(browser), user.username(), Signet.PASSWORD);

        Signet.bearer(user.login().access()).delete("/auth/sessions").then().statusCode(204);

        browser.submit(consent, "action", "allow").assertPageExpired();
    }
}
