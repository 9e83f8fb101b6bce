package dev.signet.oauth.request;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.Journey;
import dev.signet.support.oauth.App;
import dev.signet.support.oauth.ProofKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static dev.signet.support.ErrorResponses.assertOAuthError;
import static dev.signet.support.oauth.OAuth.parRequest;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class PushedRequestTest {

    private final Browser browser = new Browser();

    @Test
    @Journey
    void pushedRequestYieldsCode() {
        App app = App.trusted();
        Response pushed = push(app, app.request());

        pushed.then().statusCode(201).body("expires_in", equalTo(60));
        assertThat(pushed.header("Cache-Control")).isEqualTo("no-store");
        assertThat((String) pushed.path("request_uri")).matches("urn:ietf:params:oauth:request_uri:[A-Za-z0-9_-]{43}");
        assertThat(App.parameters(browser.signIn(
                        app.startPushed(browser, pushed.path("request_uri")),
                        Signet.createUser().username(),
                        Signet.PASSWORD)))
                .containsEntry("state", "a state")
                .containsKey("code");
    }

    @Test
    void parametersNextToRequestUriAreIgnored() {
        App app = App.trusted();
        String uri = push(app, app.request()).path("request_uri");

        Shown shown = browser.open(
                "/oauth2/authorize",
                Map.of(
                        "client_id",
                        app.client().id(),
                        "request_uri",
                        uri,
                        "redirect_uri",
                        "https://evil.test/",
                        "state",
                        "another",
                        "prompt",
                        "none"));

        assertThat(App.parameters(browser.signIn(shown, Signet.createUser().username(), Signet.PASSWORD)))
                .containsEntry("state", "a state");
    }

    @Test
    void requestUriAllowsReloadsButOnlyOneResponse() {
        TestUser user = Signet.createUser();
        App app = App.trusted();
        String uri = push(app, app.request()).path("request_uri");
        Shown first = app.startPushed(browser, uri);
        Shown second = app.startPushed(browser, uri);
        Browser other = new Browser();
        Shown third = app.startPushed(other, uri);

        assertThat(App.parameters(browser.signIn(second, user.username(), Signet.PASSWORD)))
                .containsKey("code");

        assertPage(app.startPushed(browser, uri), "invalid_request_uri");
        assertPage(browser.signIn(first, user.username(), Signet.PASSWORD), "invalid_request_uri");
        assertPage(other.signIn(third, user.username(), Signet.PASSWORD), "invalid_request_uri");
    }

    @Test
    @Journey
    void requestUriOfAnotherClientIsRejected() {
        App app = App.trusted();
        String uri = push(app, app.request()).path("request_uri");

        assertPage(App.trusted().startPushed(browser, uri), "invalid_request_uri");
        assertPage(app.startPushed(browser, uri.substring(0, uri.length() - 1) + "!"), "invalid_request_uri");
        assertPage(
                app.startPushed(browser, "urn:ietf:params:oauth:request_uri:" + "a".repeat(43)), "invalid_request_uri");
        assertThat(app.startPushed(browser, uri).heading()).isEqualTo("Sign in");
    }

    @Test
    void clientThatMustPushCannotSendPlainRequests() {
        App app = App.registered(Map.of("first_party", true, "require_pushed_authorization_requests", true));

        assertThat(App.parameters(app.start(browser)))
                .containsEntry("error", "invalid_request")
                .containsEntry(
                        "error_description",
                        "Parameter request_uri is required: the client is registered with"
                                + " require_pushed_authorization_requests.");
        assertThat(app.startPushed(browser, push(app, app.request()).path("request_uri"))
                        .heading())
                .isEqualTo("Sign in");
    }

    @Test
    void pushRequiresClientAuthentication() {
        App app = App.trusted();

        assertOAuthError(parRequest().with(app.request()).send(), 401, "invalid_client");
        push(app, Map.of("client_id", App.trusted().client().id())).then().statusCode(400);
    }

    @Test
    void requestIsValidatedWhenPushed() {
        App app = App.trusted();
        for (List<String> wrong : List.of(
                List.of("redirect_uri", "https://evil.test/", "invalid_request"),
                List.of("redirect_uri", "", "invalid_request"),
                List.of("scope", "unheard-of", "invalid_scope"),
                List.of("code_challenge", "", "invalid_request"),
                List.of("response_type", "token", "unsupported_response_type"),
                List.of("request_uri", "urn:ietf:params:oauth:request_uri:x", "invalid_request"),
                List.of("request", "e30.e30.", "invalid_request_object"),
                List.of("request", "e30.e30.e30", "invalid_request_object"),
                List.of("resource", "https://elsewhere.example", "invalid_target"))) {
            Map<String, String> request = new HashMap<>(app.request(wrong.get(0), wrong.get(1)));
            assertOAuthError(push(app, request), 400, wrong.get(2));
        }
        assertOAuthError(
                parRequest(app.client())
                        .with(app.request())
                        .with("state", "another")
                        .send(),
                400,
                "invalid_request");
    }

    @Test
    void dpopProofBindsRequestToItsKey() {
        App app = App.trusted();
        ProofKey key = new ProofKey();

        Response pushed =
                parRequest(app.client()).proof(key).with(app.request()).send();
        String code = App.parameters(browser.signIn(
                        app.startPushed(browser, pushed.path("request_uri")),
                        Signet.createUser().username(),
                        Signet.PASSWORD))
                .get("code");

        tokenRequest(app.client()).code(code).send().then().statusCode(400);
        assertOAuthError(
                parRequest(app.client())
                        .proof(key)
                        .with(app.request("dpop_jkt", "x".repeat(43)))
                        .send(),
                400,
                "invalid_dpop_proof");
    }

    private static Response push(App app, Map<String, String> request) {
        return parRequest(app.client()).with(request).send();
    }

    private static void assertPage(Shown shown, String code) {
        assertThat(shown.response().statusCode()).isEqualTo(400);
        assertThat(shown.location()).isNull();
        assertThat(shown.page().select("code").first().text()).isEqualTo(code);
    }
}
