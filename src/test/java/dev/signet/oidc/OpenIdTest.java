package dev.signet.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.oauth.code.AuthorizationCodes;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.ProofKey;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import static dev.signet.support.ErrorResponses.assertOAuthError;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** Claims about a user that a client receives in the ID Token and at UserInfo. */
@QuarkusTest
@OnBothStacks
class OpenIdTest {

    private static final String PATH = "/oauth2/userinfo";

    @Inject
    AuthorizationCodes codes;

    private TestClient web;

    @BeforeEach
    void register() {
        web = Login.client(Map.of());
    }

    @Test
    void codeYieldsIdTokenOfItsSession() {
        TestUser user = Signet.createUser();

        Login login = Login.of(codes, web, user, "openid profile");

        JsonNode claims = login.idClaims();
        assertThat(claims.get("sub").asText()).isEqualTo(user.id());
        assertThat(claims.get("aud").asText()).isEqualTo(web.id());
        assertThat(claims.get("nonce").asText()).isEqualTo("n-0S6_WzA2Mj");
        assertThat(claims.get("auth_time").asLong()).isEqualTo(Login.AUTH_TIME.getEpochSecond());
        assertThat(claims.get("sid").asText()).isEqualTo(login.sid());
        assertThat(claims.has("preferred_username")).isFalse();
    }

    @Test
    void refreshedIdTokenKeepsLoginClaims() {
        Login login = Login.of(codes, web, Signet.createUser(), "openid offline_access");

        JsonNode first = login.idClaims();
        JsonNode second = login.refresh().idClaims();

        for (String claim : List.of("iss", "sub", "aud", "auth_time", "acr", "sid")) {
            assertThat(second.get(claim)).as(claim).isEqualTo(first.get(claim));
        }
        assertThat(second.has("nonce")).isFalse();
        assertThat(second.get("at_hash")).isNotEqualTo(first.get("at_hash"));
    }

    @Test
    void idTokenRequiresOpenidScope() {
        Login.of(codes, web, Signet.createUser(), "profile").response().then().body("$", not(hasKey("id_token")));
    }

    @Test
    void userInfoReturnsClaimsOfScope() {
        TestUser user = withEmail();
        Signet.adminRequest().body(Map.of("name", "Jo O’Neil")).patch("/admin/accounts/" + user.id());

        Signet.bearer(Login.of(codes, web, user, "openid profile email").access())
                .get(PATH)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .body(
                        "$",
                        equalTo(Map.of(
                                "sub",
                                user.id(),
                                "name",
                                "Jo O’Neil",
                                "preferred_username",
                                user.username(),
                                "updated_at",
                                (int) updatedAt(user).getEpochSecond(),
                                "email",
                                user.username() + "@example.com",
                                "email_verified",
                                true)));
        Signet.bearer(Login.of(codes, web, user, "openid").access())
                .get(PATH)
                .then()
                .body("$", equalTo(Map.of("sub", user.id())));
    }

    private static Instant updatedAt(TestUser user) {
        return Instant.parse(
                Signet.adminRequest().get("/admin/accounts/" + user.id()).path("updated_at"));
    }

    @Test
    void missingAccountValuesAreOmitted() {
        Signet.bearer(Login.of(codes, web, Signet.createUser(), "openid email").access())
                .get(PATH)
                .then()
                .body("$", not(hasKey("email")))
                .body("$", not(hasKey("email_verified")));
    }

    @Test
    void userInfoAcceptsPost() {
        TestUser user = Signet.createUser();
        String token = Login.of(codes, web, user, "openid").access();

        Signet.bearer(token).contentType(ContentType.URLENC).post(PATH).then().body("sub", equalTo(user.id()));
        Signet.bearer(token).contentType(ContentType.JSON).post(PATH).then().body("sub", equalTo(user.id()));
        given().contentType(ContentType.URLENC)
                .formParam("access_token", token)
                .post(PATH)
                .then()
                .body("sub", equalTo(user.id()));
    }

    @Test
    void requestedClaimsOfGrantedScopesAreInTheIdToken() {
        String request = "{\"id_token\": {\"email_verified\": {\"essential\": true}, \"name\": null}}";

        Login login = Login.of(codes, web, withEmail(), "openid email", null, request);

        assertThat(login.idClaims().get("email_verified").asBoolean()).isTrue();
        assertThat(login.idClaims().has("email")).isFalse();
        assertThat(login.idClaims().has("name")).isFalse();
    }

    @Test
    void claimsBeyondTheGrantedScopeAreNotReleased() {
        TestUser user = withEmail();
        String request = "{\"userinfo\": {\"email\": null}, \"id_token\": {\"email\": null}}";

        Login login = Login.of(codes, web, user, "openid offline_access", null, request);

        Map<String, String> expected = Map.of("sub", user.id());
        Signet.bearer(login.access()).get(PATH).then().body("$", equalTo(expected));
        Signet.bearer(login.refresh().access()).get(PATH).then().body("$", equalTo(expected));
        assertThat(login.idClaims().has("email")).isFalse();
    }

    @Test
    void userInfoIsSignedForRegisteredAlgorithm() {
        TestClient client = Login.client(Map.of("userinfo_signed_response_alg", "ES256"));
        TestUser user = Signet.createUser();

        Response response = Signet.bearer(
                        Login.of(codes, client, user, "openid profile").access())
                .get(PATH);

        response.then().statusCode(200).contentType(containsString("application/jwt"));
        JsonNode claims = OAuth.claims(response.asString());
        assertThat(OAuth.header(response.asString()).get("alg").asText()).isEqualTo("ES256");
        assertThat(claims.get("iss").asText())
                .isEqualTo(given().get("/.well-known/openid-configuration").path("issuer"));
        assertThat(claims.get("aud").asText()).isEqualTo(client.id());
        assertThat(claims.get("sub").asText()).isEqualTo(user.id());
        assertThat(claims.get("preferred_username").asText()).isEqualTo(user.username());
    }

    @Test
    void idTokenIsRejectedAsAccessToken() {
        assertOAuthError(
                Signet.bearer(Login.of(codes, web, Signet.createUser(), "openid")
                                .idToken())
                        .get(PATH),
                401,
                "invalid_token");
    }

    @Test
    void boundTokenRequiresProofAtUserInfo() {
        ProofKey key = new ProofKey();
        String issuer = given().get("/.well-known/openid-configuration").path("issuer");
        TestUser user = Signet.createUser();
        String token = Login.bound(codes, web, user, "openid", key.proof(issuer + "/oauth2/token"))
                .access();

        assertOAuthError(Signet.bearer(token).get(PATH), 401, "invalid_token");
        given().contentType(ContentType.URLENC)
                .formParam("access_token", token)
                .post(PATH)
                .then()
                .statusCode(401);
        withProof(token, new ProofKey().proof("GET", issuer + PATH, token))
                .then()
                .statusCode(401);
        withProof(token, key.proof("POST", issuer + PATH, token))
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("DPoP "))
                .header("WWW-Authenticate", containsString("error=\"invalid_dpop_proof\""));
        given().header("Authorization", "DPoP " + token).get(PATH).then().statusCode(401);

        String proof = key.proof("GET", issuer + PATH, token);
        withProof(token, proof).then().statusCode(200).body("sub", equalTo(user.id()));
        withProof(token, proof).then().statusCode(401);
    }

    private static Response withProof(String token, String proof) {
        return given().header("Authorization", "DPoP " + token)
                .header("DPoP", proof)
                .get(PATH);
    }

    @Test
    void clientTokenIsRejectedAtUserInfo() {
        TestClient machine = OAuth.machine("openid orders:read");

        assertOAuthError(
                tokenRequest(machine).clientCredentials().scope("openid").send(), 400, "invalid_scope");
        assertOAuthError(
                Signet.bearer(tokenRequest(machine)
                                .clientCredentials()
                                .scope("orders:read")
                                .accessToken())
                        .get(PATH),
                403,
                "insufficient_scope");
    }

    @Test
    void disabledAccountIsRejectedAtOnce() {
        TestUser user = Signet.createUser();
        String token = Login.of(codes, web, user, "openid").access();
        Signet.bearer(token).get(PATH).then().statusCode(200);

        Signet.adminRequest()
                .body(Map.of("enabled", false))
                .patch("/admin/accounts/" + user.id())
                .then()
                .statusCode(200);

        assertOAuthError(Signet.bearer(token).get(PATH), 401, "invalid_token");
    }

    @Test
    void pairwiseSubjectIsStableWithinSector() {
        Map<String, Object> pairwise = Map.of("subject_type", "pairwise");
        TestClient one = Login.client(pairwise);
        TestClient sameSector = Login.client(pairwise);
        TestClient other =
                Login.client(Map.of("subject_type", "pairwise", "redirect_uris", List.of("https://other.example/cb")));
        TestUser user = Signet.createUser();

        Login login = Login.of(codes, one, user, "openid");
        String subject = login.idClaims().get("sub").asText();

        assertThat(subject).isNotEqualTo(user.id()).matches("[A-Za-z0-9_-]{43}");
        assertThat(subjectFor(sameSector, user)).isEqualTo(subject);
        assertThat(subjectFor(one, Signet.createUser())).isNotEqualTo(subject);
        assertThat(subjectFor(other, user)).isNotEqualTo(subject);
        Signet.bearer(login.access()).get(PATH).then().body("sub", equalTo(subject));
    }

    @Test
    void exchangingClientGetsItsOwnUserInfo() {
        TestUser user = withEmail();
        TestClient pairwise = Login.client(Map.of("subject_type", "pairwise"));
        Login login = Login.of(codes, pairwise, user, "openid email");
        TestClient api = TestClient.register(Map.of(
                "client_name",
                "api",
                "grant_types",
                List.of(OAuth.TOKEN_EXCHANGE),
                "scope",
                "openid",
                "audiences",
                List.of("https://api.example")));
        String exchanged = tokenRequest(api).exchange(login.access()).accessToken();
        String pseudonym = login.idClaims().get("sub").asText();

        for (int i = 0; i < 2; i++) {
            Signet.bearer(login.access())
                    .get(PATH)
                    .then()
                    .body("sub", equalTo(pseudonym))
                    .body("email", equalTo(user.username() + "@example.com"));
            Signet.bearer(exchanged).get(PATH).then().body("$", equalTo(Map.of("sub", user.id())));
        }
    }

    private String subjectFor(TestClient client, TestUser user) {
        return Login.of(codes, client, user, "openid").idClaims().get("sub").asText();
    }

    private static TestUser withEmail() {
        TestUser user = Signet.createUser();
        Signet.adminRequest()
                .body(Map.of("email", user.username() + "@example.com", "email_verified", true))
                .patch("/admin/accounts/" + user.id())
                .then()
                .statusCode(200);
        return user;
    }
}
