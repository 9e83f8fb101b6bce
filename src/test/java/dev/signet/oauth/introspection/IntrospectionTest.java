package dev.signet.oauth.introspection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.oauth.code.AuthorizationCodes;
import dev.signet.oauth.code.IssuedCode;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

import static dev.signet.support.ErrorResponses.assertOAuthError;
import static dev.signet.support.oauth.OAuth.introspectionRequest;
import static dev.signet.support.oauth.OAuth.revocationRequest;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@OnBothStacks
class IntrospectionTest {

    private static final Map<String, Object> NOT_ACTIVE = Map.of("active", false);

    @Inject
    AuthorizationCodes codes;

    @Test
    void clientCanIntrospectItsOwnTokens() {
        TestClient web = IssuedCode.webClient();
        TestUser user = Signet.createUser("reader");
        Response tokens = login(web, user);

        introspectionRequest(web, OAuth.accessToken(tokens))
                .send()
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("active", equalTo(true))
                .body("token_type", equalTo("Bearer"))
                .body("client_id", equalTo(web.id()))
                .body("sub", equalTo(user.id()))
                .body("username", equalTo(user.username()))
                .body("scope", equalTo("groups offline_access orders:read"))
                .body("groups", equalTo(List.of("reader")));
        introspectionRequest(web, tokens.path("refresh_token"))
                .send()
                .then()
                .statusCode(200)
                .body("active", equalTo(true))
                .body("client_id", equalTo(web.id()))
                .body("sub", equalTo(user.id()));
    }

    @Test
    void resourceServerCanIntrospectTokensForItsAudience() {
        TestClient api = OAuth.machine("introspection", Map.of("audiences", List.of(IssuedCode.API)));
        Response tokens = login(IssuedCode.webClient(), Signet.createUser());

        introspectionRequest(api, OAuth.accessToken(tokens))
                .send()
                .then()
                .statusCode(200)
                .body("active", equalTo(true));
        introspectionRequest(api, tokens.path("refresh_token"))
                .send()
                .then()
                .statusCode(200)
                .body("", equalTo(NOT_ACTIVE));
    }

    @Test
    void tokenIsInactiveForAnotherRequestedAudience() {
        String files = "https://files.example";
        TestClient client = OAuth.machine("files:read", Map.of("audiences", List.of(files)));
        String token = tokenRequest(client).clientCredentials().accessToken();

        introspectionRequest(client, token).send().then().body("active", equalTo(true));
        introspectionRequest(client, token)
                .with("audience", files)
                .send()
                .then()
                .body("active", equalTo(true));
        introspectionRequest(client, token)
                .with("audience", IssuedCode.API)
                .with("audience", files)
                .send()
                .then()
                .body("active", equalTo(true));
        introspectionRequest(client, token)
                .with("audience", IssuedCode.API)
                .send()
                .then()
                .body("", equalTo(NOT_ACTIVE));
    }

    @Test
    void refreshTokenIsInactiveForRequestedAudience() {
        TestClient web = IssuedCode.webClient();
        String refreshToken = login(web, Signet.createUser()).path("refresh_token");

        introspectionRequest(web, refreshToken)
                .with("audience", IssuedCode.API)
                .send()
                .then()
                .body("", equalTo(NOT_ACTIVE));
        introspectionRequest(web, refreshToken).send().then().body("active", equalTo(true));
    }

    @Test
    void tokenOfAnotherClientIsInactive() {
        TestClient stranger = OAuth.machine("x", Map.of("audiences", List.of("https://elsewhere.example")));
        TestClient withoutAudience = OAuth.machine("x");
        Response tokens = login(IssuedCode.webClient(), Signet.createUser());
        String ofTheLogin = Signet.createUser().login().access();

        for (TestClient caller : List.of(stranger, withoutAudience)) {
            for (String token : List.of(OAuth.accessToken(tokens), tokens.path("refresh_token"), ofTheLogin)) {
                introspectionRequest(caller, token)
                        .send()
                        .then()
                        .statusCode(200)
                        .body("", equalTo(NOT_ACTIVE));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "garbage.token.value",
                "sgr_",
                "sgr_AAAA",
                "a.b.c",
                "eyJhbGciOiJub25lIn0.e30.",
                "{}",
                "ü"
            })
    void malformedTokenIsInactive(String token) {
        introspectionRequest(IssuedCode.webClient(), token)
                .send()
                .then()
                .statusCode(200)
                .body("", equalTo(NOT_ACTIVE));
    }

    @Test
    void tokenOfEndedSessionIsInactive() {
        TestClient web = IssuedCode.webClient();
        Response tokens = login(web, Signet.createUser());
        introspectionRequest(web, OAuth.accessToken(tokens)).send().then().body("active", equalTo(true));

        revocationRequest(web, tokens.path("refresh_token")).send().then().statusCode(200);

        introspectionRequest(web, OAuth.accessToken(tokens))
                .send()
                .then()
                .statusCode(200)
                .body("", equalTo(NOT_ACTIVE));
        introspectionRequest(web, tokens.path("refresh_token"))
                .send()
                .then()
                .statusCode(200)
                .body("", equalTo(NOT_ACTIVE));
    }

    @Test
    void usedRefreshTokenIsInactive() {
        TestClient web = IssuedCode.webClient();
        Response first = login(web, Signet.createUser());
        tokenRequest(web).refresh(first.path("refresh_token")).send().then().statusCode(200);

        introspectionRequest(web, first.path("refresh_token"))
                .send()
                .then()
                .statusCode(200)
                .body("", equalTo(NOT_ACTIVE));
    }

    @Test
    void tokenOfDeletedClientIsInactive() {
        TestClient api = OAuth.machine("introspection", Map.of("audiences", List.of(IssuedCode.API)));
        TestClient client = OAuth.machine("orders:read", Map.of("audiences", List.of(IssuedCode.API)));
        String token = tokenRequest(client).clientCredentials().accessToken();
        introspectionRequest(api, token).send().then().body("active", equalTo(true));

        Signet.adminRequest().delete("/admin/clients/" + client.id()).then().statusCode(204);

        introspectionRequest(api, token).send().then().statusCode(200).body("", equalTo(NOT_ACTIVE));
    }

    @Test
    void unauthenticatedClientIsRejected() {
        String token = OAuth.accessToken(login(IssuedCode.webClient(), Signet.createUser()));

        assertOAuthError(
                OAuth.request("/oauth2/introspect").with("token", token).send(), 401, "invalid_client");
        assertOAuthError(introspectionRequest(IssuedCode.publicClient(), token).send(), 401, "invalid_client");
        OAuth.request("/oauth2/introspect", IssuedCode.webClient())
                .send()
                .then()
                .statusCode(400);
    }

    @Test
    void acceptHeaderSelectsSignedResponse() {
        TestClient web = IssuedCode.webClient();
        String token = OAuth.accessToken(login(web, Signet.createUser()));

        Response response = introspectionRequest(web, token)
                .header("Accept", "application/token-introspection+jwt")
                .send();

        response.then().statusCode(200).contentType(startsWith("application/token-introspection+jwt"));
        JsonNode header = OAuth.header(response.asString());
        JsonNode claims = OAuth.claims(response.asString());
        assertThat(header.get("typ").asText()).isEqualTo("token-introspection+jwt");
        assertThat(claims.get("aud").asText()).isEqualTo(web.id());
        assertThat(claims.get("iss")).isNotNull();
        assertThat(claims.get("iat")).isNotNull();
        assertThat(claims.get("token_introspection").get("active").asBoolean()).isTrue();
        assertThat(claims.has("sub")).isFalse();
        assertThat(claims.has("exp")).isFalse();
        Signet.me(response.asString()).then().statusCode(401);
    }

    private Response login(TestClient client, TestUser user) {
        Response response = IssuedCode.of(codes, client, user, "groups offline_access orders:read")
                .redeem();
        response.then().statusCode(200);
        return response;
    }
}
