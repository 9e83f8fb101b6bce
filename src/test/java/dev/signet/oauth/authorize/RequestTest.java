package dev.signet.oauth.authorize;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.Journey;
import dev.signet.support.oauth.App;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Responses of the authorization endpoint before any user interaction. */
@QuarkusTest
class RequestTest {

    private static final String R = App.REDIRECT_URI;

    private App app;

    @BeforeEach
    void register() {
        app = App.trusted();
    }

    @Journey
    @ParameterizedTest
    @ValueSource(
            strings = {
                R + "/evil",
                R + "?x=1",
                R + "/../evil",
                "https://evil@app.example/cb",
                "https://app.example.evil.test/cb",
                R + "#f",
                "http://evil.test/cb",
                "HTTPS://APP.EXAMPLE/CB",
                R + "\r\nX:y",
                R + "\\@evil.test",
                "javascript:alert(1)",
                "https://app.example%2f@evil.test/cb",
                "//evil.test/cb",
                "https://app.example//cb"
            })
    void unregisteredRedirectUriShowsErrorPage(String uri) {
        Shown shown = app.start(new Browser(), "redirect_uri", uri);

        assertPage(shown, "unregistered_redirect_uri");
    }

    @Test
    void unknownClientShowsErrorPage() {
        for (String id : List.of("nobody", "", "x".repeat(5_000), "'")) {
            assertPage(app.start(new Browser(), "client_id", id), "unknown_client");
        }
        assertPage(app.start(new Browser(), "redirect_uri", ""), "unregistered_redirect_uri");
    }

    @Test
    void repeatedRedirectUriOrClientIdShowsErrorPage() {
        assertPage(twice("redirect_uri", "https://evil.test/"), "unregistered_redirect_uri");
        assertPage(twice("redirect_uri", R), "unregistered_redirect_uri");
        assertPage(twice("client_id", "another"), "unknown_client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "scope", "code_challenge", "response_type", "nonce", "anything"})
    void otherRepeatedParametersAreReportedToClient(String name) {
        assertThat(App.parameters(twice(name, "x"))).containsEntry("error", "invalid_request");
    }

    @Journey
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "response_type, '', invalid_request",
                "response_type, token, unsupported_response_type",
                "response_type, id_token token, unsupported_response_type",
                "response_type, code id_token, unsupported_response_type",
                "response_mode, fragment, invalid_request",
                "code_challenge, '', invalid_request",
                "code_challenge, tooshort, invalid_request",
                "code_challenge, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw=cM, invalid_request",
                "code_challenge_method, '', invalid_request",
                "code_challenge_method, plain, invalid_request",
                "scope, '', invalid_scope",
                "scope, openid unheard-of, invalid_scope",
                "prompt, none login, invalid_request",
                "prompt, unheard-of, invalid_request",
                "max_age, -1, invalid_request",
                "max_age, 1e3, invalid_request",
                "max_age, 99999999999999999999, invalid_request",
                "resource, https://elsewhere.example, invalid_target",
                "dpop_jkt, short, invalid_request",
                "claims, not json, invalid_request",
                "claims, '{\"id_token\":{},\"id_token\":{}}', invalid_request",
                "request_uri, https://evil.test/r, request_uri_not_supported",
                "registration, {}, registration_not_supported",
                "nonce, 'a\u0007b', invalid_request",
                "prompt, none, login_required"
            })
    void invalidParametersAreReportedToRedirectUri(String name, String value, String error) {
        Map<String, String> response = App.parameters(app.start(new Browser(), name, value));

        assertThat(response)
                .containsEntry("error", error)
                .containsEntry("state", "a state")
                .containsKeys("iss", "error_description")
                .doesNotContainKey("code");
    }

    @Test
    void overlongValuesAreRejected() {
        for (String name : List.of("state", "nonce", "login_hint", "ui_locales", "claims", "anything")) {
            assertThat(App.parameters(app.start(new Browser(), name, "x".repeat(6_001))))
                    .containsEntry("error", "invalid_request");
        }
    }

    @Test
    void clientWithoutCodeGrantGetsUnauthorizedClient() {
        App other = App.registered(Map.of("grant_types", List.of("client_credentials")));

        Map<String, String> response = App.parameters(other.start(new Browser()));

        assertThat(response)
                .containsEntry("error", "unauthorized_client")
                .containsEntry("state", "a state")
                .containsKeys("iss", "error_description")
                .doesNotContainKey("code");
    }

    @Test
    void unknownParametersAndNullClaimsAreIgnored() {
        Shown shown = app.start(
                new Browser(),
                "claims",
                "{\"userinfo\":{\"email\":null},\"id_token\":{\"acr\":{\"values\":[\"aal1\"]}}}",
                "display",
                "popup",
                "acr_values",
                "aal2",
                "x",
                "y");

        assertThat(shown.heading()).isEqualTo("Sign in");
    }

    @Test
    @Journey
    void formPostPageWorksWithoutScript() {
        Shown shown = app.start(new Browser(), "response_mode", "form_post", "prompt", "none");

        assertThat(shown.response().statusCode()).isEqualTo(200);
        assertThat(shown.action()).isEqualTo(R);
        assertThat(shown.fields())
                .containsEntry("error", "login_required")
                .containsEntry("state", "a state")
                .containsKey("iss");
        assertThat(shown.page().select("form button[type=submit]")).hasSize(1);
        String policy = shown.response().header("Content-Security-Policy");
        assertThat(policy)
                .containsPattern("script-src 'sha256-[A-Za-z0-9+/=]+'")
                .doesNotContain("unsafe");
        assertThat(policy).contains("form-action 'self' https://app.example;");
    }

    @Test
    void unusualParametersOfRealClientsAreAccepted() {
        String state = "{\"back\":\"/notes?x=1&y=ü%2F+\",\"n\":\"\uD83D\uDD11\"}" + "s".repeat(2_000);
        String hint = "https://other.example/~ann?a=b&c=d#e<f>\"'";
        TestUser user = Signet.createUser();
        Browser browser = new Browser();

        Shown signIn = app.start(
                browser,
                "state",
                state,
                "login_hint",
                hint,
                "scope",
                "email  profile openid",
                "prompt",
                "login consent",
                "ui_locales",
                "fr-CA xx de en",
                "max_age",
                "0",
                "acr_values",
                "urn:mace:incommon:iap:silver",
                "display",
                "touch");
        assertThat(signIn.heading()).isEqualTo("Anmelden");
        assertThat(signIn.page().select("#username").attr("value")).isEqualTo(hint);
        Shown consent = browser.signIn(signIn, user.username(), Signet.PASSWORD);
        Map<String, String> response = App.parameters(browser.submit(consent, "action", "allow"));

        assertThat(response).containsEntry("state", state).containsKey("code");
    }

    @Test
    void postedRequestIsRedirectedSoThatCookiesAreSent() {
        Response response = given().redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .formParams(app.request())
                .post("/oauth2/authorize");

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.header("Location")).startsWith("/oauth2/authorize?");
        assertThat(new Browser().follow(response.header("Location")).heading()).isEqualTo("Sign in");
    }

    @Test
    @Journey
    void everyPageHasSecurityHeaders() {
        for (Shown shown : List.of(
                app.start(new Browser()),
                app.start(new Browser(), "client_id", "nobody"),
                new Browser().post("/oauth2/authorize/consent", Map.of("action", "allow")))) {
            Response response = shown.response();
            assertThat(response.headers().getValues("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .startsWith("default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'")
                    .contains("frame-ancestors 'none'; base-uri 'none'")
                    .doesNotContain("unsafe", "*");
            assertThat(response.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(response.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(response.header("Cache-Control")).isEqualTo("no-store");
            assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(response.contentType()).isEqualTo("text/html;charset=UTF-8");
            assertThat(shown.page().select("[style], [onclick], style")).isEmpty();
            assertThat(shown.page().select("script"))
                    .allSatisfy(script -> assertThat(response.header("Content-Security-Policy"))
                            .endsWith("; script-src 'sha256-" + sha256(script.data()) + "'"));
        }
        assertThat(app.start(new Browser()).page().select("script")).hasSize(1);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void pagesUseAndDeclareRequestedLanguage() {
        Shown german = app.start(new Browser().speaking("fr, de;q=0.8, en;q=0.5"));
        Shown asked = app.start(new Browser().speaking("en"), "ui_locales", "fr-CA de");
        Shown other = app.start(new Browser().speaking("fr"));
        Shown broken = app.start(new Browser().speaking(";;;q=x"));

        assertThat(german.heading()).isEqualTo("Anmelden");
        assertThat(german.page().select("html").attr("lang")).isEqualTo("de");
        assertThat(german.response().header("Content-Language")).isEqualTo("de");
        assertThat(asked.heading()).isEqualTo("Anmelden");
        assertThat(other.page().select("html").attr("lang")).isEqualTo("en");
        assertThat(broken.heading()).isEqualTo("Sign in");
    }

    @Test
    @Journey
    void stylesheetIsCachedForeverByContentHash() {
        String link =
                app.start(new Browser()).page().select("link[rel=stylesheet]").attr("href");
        Response right = given().get(link);
        Response other = given().get("/pages/style-0.css");

        assertThat(right.contentType()).isEqualTo("text/css;charset=UTF-8");
        assertThat(right.header("Cache-Control")).contains("immutable");
        assertThat(right.asString()).startsWith(":root{--accent:#3056d3;--on-accent:#ffffff}");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.header("Cache-Control")).isEqualTo("no-cache");
        given().get("/pages/logo-0").then().statusCode(404);
    }

    @Test
    void clientNamesAndUsernamesAreEscaped() {
        Shown shown = app.start(new Browser(), "login_hint", "\"><script>alert(1)</script>");

        assertThat(shown.page().select("script"))
                .noneMatch(script -> script.data().contains("alert"));
        assertThat(shown.page().select("#username").attr("value")).isEqualTo("\"><script>alert(1)</script>");
        assertThat(shown.page().select(".lead strong").text()).isEqualTo("Notes & <Things>");
    }

    private Shown twice(String name, String value) {
        Map<String, String> request = app.request("nonce", "n", "anything", "x");
        return new Browser().openTwice("/oauth2/authorize", request, name, value);
    }

    private static void assertPage(Shown shown, String code) {
        assertThat(shown.response().statusCode()).isEqualTo(400);
        assertThat(shown.location()).isNull();
        assertThat(shown.page().select("code").first().text()).isEqualTo(code);
    }
}
