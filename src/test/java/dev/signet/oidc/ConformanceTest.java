package dev.signet.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.Journey;
import dev.signet.support.oauth.App;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.ProofKey;
import dev.signet.support.oauth.TestClient;
import dev.signet.support.oauth.TokenRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static dev.signet.support.ErrorResponses.assertOAuthError;
import static dev.signet.support.ErrorResponses.assertProblem;
import static dev.signet.support.Polling.await;
import static dev.signet.support.installation.TestInstallation.ISSUER;
import static dev.signet.support.oauth.OAuth.parRequest;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/**
 * Checks of the OpenID Foundation's conformance suite that no other test covers; docs/conformance.md lists them all.
 */
@QuarkusTest
class ConformanceTest {

    private static final String TOKEN = ISSUER + "/oauth2/token";
    private static final String USER_INFO = ISSUER + "/oauth2/userinfo";

    private final Browser browser = new Browser();

    @Test
    void nonceAndStateAreOptional() {
        App app = App.trusted();

        Map<String, String> response =
                app.login(browser, Signet.createUser().username(), "nonce", "", "state", "", "scope", "openid");

        assertThat(response).containsOnlyKeys("code", "iss");
        assertThat(OAuth.claims(redeem(app, response).path("id_token")).has("nonce"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "display, page",
        "display, popup",
        "claims_locales, se",
        "ui_locales, se",
        "acr_values, 1 2",
        "login_hint, unknown@example.com",
        "max_age, 10000",
        "extra, foobar"
    })
    void unsupportedParameterIsIgnored(String name, String value) {
        App app = App.trusted();
        TestUser user = Signet.createUser();

        Response tokens = redeem(app, app.login(browser, user.username(), name, value));

        JsonNode claims = OAuth.claims(tokens.path("id_token"));
        assertThat(claims.get("sub").asText()).isEqualTo(user.id());
        assertThat(claims.get("acr").asText()).isEqualTo("aal1");
        assertThat(claims.get("auth_time").isIntegralNumber()).isTrue();
    }

    @Test
    void scopeOrderIsIrrelevant() {
        App app = App.trusted();
        TestUser user = Signet.createUser();

        Response tokens = redeem(app, app.login(browser, user.username(), "scope", "email profile openid"));

        Signet.bearer(tokens.path("access_token"))
                .get("/oauth2/userinfo")
                .then()
                .statusCode(200)
                .body("preferred_username", equalTo(user.username()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"address", "phone"})
    void unsupportedScopeIsNeitherPublishedNorAccepted(String scope) {
        assertThat(given().get("/.well-known/openid-configuration").<List<String>>path("scopes_supported"))
                .doesNotContain(scope);
        assertThat(App.parameters(App.trusted().start(browser, "scope", "openid " + scope)))
                .containsEntry("error", "invalid_scope");
    }

    @Test
    void loginWithinMaxAgeKeepsAuthTime() {
        App app = App.trusted();
        TestUser user = Signet.createUser();
        long first = authTime(redeem(app, app.login(browser, user.username())));

        await().until(() -> Instant.now().getEpochSecond() > first);
        assertThat(authTime(redeem(app, App.parameters(app.start(browser, "max_age", "10000")))))
                .isEqualTo(first);

        await().until(() -> Instant.now().getEpochSecond() > first + 2);
        Shown again = app.start(browser, "max_age", "1");
        assertThat(again.heading()).isEqualTo("Sign in");
        assertThat(authTime(redeem(app, App.parameters(browser.signIn(again, user.username(), Signet.PASSWORD)))))
                .isGreaterThan(first);
    }

    @Test
    void idTokenHintOfSignedInUserIsAccepted() {
        App app = App.trusted();
        TestUser user = Signet.createUser();
        String idToken = redeem(app, app.login(browser, user.username())).path("id_token");

        Response again = redeem(app, App.parameters(app.start(browser, "prompt", "none", "id_token_hint", idToken)));

        assertThat(OAuth.claims(again.path("id_token")).get("sub").asText()).isEqualTo(user.id());
    }

    @Test
    @Journey
    void loginHintPrefillsUsername() {
        Shown shown = App.trusted().start(browser, "login_hint", "jo@example.com");

        assertThat(shown.page().select("#username").attr("value")).isEqualTo("jo@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id_token_signed_response_alg", "userinfo_signed_response_alg"})
    void unsignedTokensAreNotSupported(String member) {
        TestClient.tryRegister(Map.of("redirect_uris", List.of(App.REDIRECT_URI), member, "none"))
                .then()
                .statusCode(400)
                .body("member", equalTo(member));
        assertThat(given().get("/.well-known/openid-configuration")
                        .<List<String>>path("id_token_signing_alg_values_supported"))
                .contains("RS256")
                .doesNotContain("none");
    }

    @Test
    void redirectUriQueryIsKept() {
        String registered = App.REDIRECT_URI + "?foo=bar";
        App app = App.registered(Map.of("first_party", true, "redirect_uris", List.of(registered)));
        Shown shown = browser.signIn(
                app.start(browser, "redirect_uri", registered),
                Signet.createUser().username(),
                Signet.PASSWORD);

        assertThat(shown.location()).startsWith(registered + "&").contains("code=");
        for (String other : List.of(App.REDIRECT_URI, App.REDIRECT_URI + "?bar=foo", registered + "&foo=baz")) {
            Shown rejected = app.start(new Browser(), "redirect_uri", other);
            assertThat(rejected.response().statusCode()).isEqualTo(400);
            assertThat(rejected.location()).isNull();
        }
    }

    @Test
    void redirectUriWithFragmentIsRejected() {
        assertProblem(
                TestClient.tryRegister(Map.of("redirect_uris", List.of(App.REDIRECT_URI + "#foobar"))),
                400,
                "invalid_redirect_uri");
    }

    @Test
    void authorizationSchemeIsCaseInsensitive() {
        App app = App.trusted();
        String token =
                redeem(app, app.login(browser, Signet.createUser().username())).path("access_token");

        for (String scheme : List.of("Bearer", "bearer", "BEARER", "bEaReR")) {
            given().header("Authorization", scheme + " " + token)
                    .get("/oauth2/userinfo")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void longStateAndNonceAreReturnedUnchanged() {
        App app = App.trusted();
        String state = "s".repeat(1_000);
        String nonce = "n".repeat(384);

        Map<String, String> response =
                app.login(browser, Signet.createUser().username(), "state", state, "nonce", nonce);

        assertThat(response).containsEntry("state", state);
        assertThat(OAuth.claims(redeem(app, response).path("id_token"))
                        .get("nonce")
                        .asText())
                .isEqualTo(nonce);
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "code id_token", "code token", "id_token", "none"})
    void otherResponseTypesThanCodeAreRejected(String type) {
        assertThat(App.parameters(App.trusted().start(browser, "response_type", type)))
                .containsEntry("error", "unsupported_response_type")
                .doesNotContainKey("code");
    }

    @Test
    void proofAllowsTenSecondsSkewAndExpiry() {
        ProofKey key = new ProofKey();
        App app = App.registered(Map.of("first_party", true, "dpop_bound_access_tokens", true));
        long now = Instant.now().getEpochSecond();
        for (long shift : new long[] {-10, 0, 10}) {
            String code = code(app, new Browser());
            Response tokens = redeem(app, code, proof(key, "POST", TOKEN, null, now + shift));
            String access = tokens.then().statusCode(200).extract().path("access_token");

            given().header("Authorization", "dpop " + access)
                    .header("DPoP", proof(key, "GET", USER_INFO, access, now + shift))
                    .get("/oauth2/userinfo")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    @Journey
    void codeRequiresKeyOfDpopJkt() {
        ProofKey key = new ProofKey();
        ProofKey other = new ProofKey();
        App app = App.trusted();
        Map<String, String> request = app.request("dpop_jkt", key.thumbprint());

        assertOAuthError(parRequest(app.client()).proof(other).with(request).send(), 400, "invalid_dpop_proof");
        redeem(app, pushedCode(app, request, key), other.proof(TOKEN)).then().statusCode(400);
        redeem(app, pushedCode(app, request, key), key.proof(TOKEN))
                .then()
                .statusCode(200)
                .body("token_type", equalTo("DPoP"));
    }

    @Test
    void tokenRequestOfBoundClientNeedsProof() {
        App app = App.registered(Map.of("first_party", true, "dpop_bound_access_tokens", true));

        assertOAuthError(redeem(app, code(app, browser), null), 400, "invalid_dpop_proof");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "GET", "DELETE"})
    void onlyPostPushesRequests(String method) {
        given().contentType(ContentType.URLENC)
                .request(method, "/oauth2/par")
                .then()
                .statusCode(405);
    }

    @Test
    void plainChallengeAndMissingVerifierAreRejected() {
        App app = App.trusted();

        assertThat(App.parameters(app.start(browser, "code_challenge_method", "plain")))
                .containsEntry("error", "invalid_request");
        assertThat(App.parameters(app.start(browser, "code_challenge", ""))).containsEntry("error", "invalid_request");
        tokenRequest(app.client())
                .grant("authorization_code")
                .with("code", code(app, browser))
                .with("redirect_uri", App.REDIRECT_URI)
                .send()
                .then()
                .statusCode(400);
    }

    @Test
    @Journey
    void discoveryHasMembersRequiredByProfiles() {
        Response metadata = given().get("/.well-known/openid-configuration");

        assertThat(metadata.<List<String>>path("response_types_supported")).containsExactly("code");
        assertThat(metadata.<List<String>>path("response_modes_supported")).contains("query", "form_post");
        assertThat(metadata.<List<String>>path("code_challenge_methods_supported"))
                .containsExactly("S256");
        assertThat(metadata.<List<String>>path("subject_types_supported")).contains("public", "pairwise");
        assertThat(metadata.<List<String>>path("token_endpoint_auth_methods_supported"))
                .contains("client_secret_basic", "client_secret_post", "private_key_jwt");
        assertThat(metadata.<List<String>>path("dpop_signing_alg_values_supported"))
                .contains("ES256");
        for (String truth : List.of(
                "claims_parameter_supported",
                "authorization_response_iss_parameter_supported",
                "backchannel_logout_supported",
                "backchannel_logout_session_supported")) {
            assertThat(metadata.<Boolean>path(truth)).as(truth).isTrue();
        }
        for (String endpoint : List.of(
                "authorization_endpoint",
                "token_endpoint",
                "userinfo_endpoint",
                "jwks_uri",
                "end_session_endpoint",
                "pushed_authorization_request_endpoint",
                "registration_endpoint")) {
            assertThat(metadata.<String>path(endpoint)).as(endpoint).startsWith(metadata.<String>path("issuer"));
        }
    }

    private String code(App app, Browser by) {
        return app.login(by, Signet.createUser().username()).get("code");
    }

    private static String pushedCode(App app, Map<String, String> request, ProofKey key) {
        String uri = parRequest(app.client())
                .proof(key)
                .with(request)
                .send()
                .then()
                .statusCode(201)
                .extract()
                .path("request_uri");
        Browser by = new Browser();
        Shown shown = app.startPushed(by, uri);
        return App.parameters(by.signIn(shown, Signet.createUser().username(), Signet.PASSWORD))
                .get("code");
    }

    private static String proof(ProofKey key, String method, String url, String accessToken, long issuedAt) {
        Map<String, Object> claims = new HashMap<>(ProofKey.claims(method, url));
        claims.put("iat", issuedAt);
        claims.put("nbf", issuedAt);
        claims.put("exp", issuedAt + 60);
        if (accessToken != null) {
            claims.put("ath", ProofKey.hash(accessToken));
        }
        return key.sign(key.header(), claims);
    }

    private static Response redeem(App app, Map<String, String> response) {
        Response tokens = redeem(app, response.get("code"), null);
        tokens.then().statusCode(200);
        return tokens;
    }

    private static Response redeem(App app, String code, String proof) {
        TokenRequest request = tokenRequest(app.client()).code(code);
        return (proof == null ? request : request.header("DPoP", proof)).send();
    }

    private static long authTime(Response tokens) {
        return OAuth.claims(tokens.path("id_token")).get("auth_time").longValue();
    }
}
