package dev.signet.oauth.authorize;

import dev.signet.support.accounts.Signet;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.Journey;
import dev.signet.support.oauth.App;
import dev.signet.support.oauth.TestClient;
import dev.signet.support.server.ClientServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.signet.support.oauth.OAuth.parRequest;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static org.assertj.core.api.Assertions.assertThat;

/** Redirects to clients that no administrator registered (RFC 9700 §4.11.2). */
@QuarkusTest
class UntrustedRedirectTest {

    private static final String BYE = "https://app.example/bye";

    private final Browser browser = new Browser();

    @Test
    @Journey
    void errorOfSelfRegisteredClientShowsPageFirst() {
        App app = selfRegistered();

        for (Shown shown : List.of(
                app.start(browser, "prompt", "none"),
                app.start(browser, "scope", "admin"),
                app.start(browser, "code_challenge", ""),
                app.start(browser, "response_type", "token"))) {
            assertPageLinksTo(shown, App.REDIRECT_URI + "?error=");
        }
    }

    @Test
    void errorByFormPostIsNotSubmittedByScript() {
        Shown shown = selfRegistered().start(browser, "prompt", "none", "response_mode", "form_post");

        assertThat(shown.response().statusCode()).isEqualTo(400);
        assertThat(shown.page().select("script")).isEmpty();
        assertThat(shown.action()).isEqualTo(App.REDIRECT_URI);
        assertThat(shown.fields()).containsEntry("error", "login_required").containsEntry("state", "a state");
    }

    @Test
    void errorOfMetadataDocumentClientShowsPageFirst() throws Exception {
        try (ClientServer server = ClientServer.start()) {
            String path = "/" + UUID.randomUUID();
            server.respondWith(path, 200, """
                    {"client_id": "%s", "client_name": "Notes", "redirect_uris": ["%s"],
                     "token_endpoint_auth_method": "none"}""".formatted(server.url(path), App.REDIRECT_URI));

            Shown shown = new App(new TestClient(server.url(path), null)).start(browser, "prompt", "none");

            assertPageLinksTo(shown, App.REDIRECT_URI + "?error=login_required");
        }
    }

    @Test
    void pushedRequestOfSelfRegisteredClientShowsPageFirst() {
        App app = selfRegistered();
        Response pushed =
                parRequest(app.client()).with(app.request("prompt", "none")).send();

        Shown shown = app.startPushed(browser, pushed.<String>path("request_uri"));

        assertPageLinksTo(shown, App.REDIRECT_URI + "?error=login_required");
    }

    @Test
    void userIsRedirectedAfterActingOnPage() {
        App app = selfRegistered();
        String username = Signet.createUser().username();

        assertThat(browser.submit(app.start(browser), "action", "cancel").location())
                .startsWith(App.REDIRECT_URI + "?error=access_denied");
        assertThat(app.login(browser, username)).containsKey("code");
        assertThat(App.parameters(app.start(browser, "prompt", "none")))
                .as("the user allowed this client before")
                .containsKey("code");
    }

    @Test
    void clientThatAdministratorDeclaresFirstPartyIsTrusted() {
        App app = selfRegistered();
        Signet.adminRequest()
                .body(Map.of("first_party", true))
                .patch("/admin/clients/" + app.client().id())
                .then()
                .statusCode(200);

        assertThat(App.parameters(app.start(browser, "prompt", "none"))).containsEntry("error", "login_required");
    }

    @Test
    void logoutWithoutSessionDoesNotRedirectToSelfRegisteredClient() {
        App app = selfRegistered();
        String code = app.login(new Browser(), Signet.createUser().username(), "scope", "openid")
                .get("code");
        String idToken = tokenRequest(app.client()).code(code).send().path("id_token");

        Shown shown = browser.open("/oauth2/logout", Map.of("id_token_hint", idToken, "post_logout_redirect_uri", BYE));

        assertThat(shown.location()).isNull();
        assertThat(shown.response().statusCode()).isEqualTo(200);
    }

    private static void assertPageLinksTo(Shown shown, String start) {
        assertThat(shown.response().statusCode()).isEqualTo(400);
        assertThat(shown.location()).isNull();
        assertThat(shown.page().select("main a").attr("href"))
                .startsWith(start)
                .contains("state=a+state")
                .contains("iss=");
        assertThat(shown.page().select("main").text()).contains("Continue to app.example");
    }

    private static App selfRegistered() {
        return selfRegistered(App.REDIRECT_URI);
    }

    static App selfRegistered(String redirectUri) {
        return new App(TestClient.of(TestClient.selfRegister(Map.of(
                "client_name",
                "Stranger",
                "redirect_uris",
                List.of(redirectUri),
                "post_logout_redirect_uris",
                List.of(BYE)))));
    }
}
