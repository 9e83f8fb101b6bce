package dev.signet.oauth.token;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.oauth.code.AuthorizationCodes;
import dev.signet.oauth.code.IssuedCode;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.ProofKey;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.signet.support.ErrorResponses.assertOAuthError;
import static dev.signet.support.oauth.OAuth.revocationRequest;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@OnBothStacks
class TokenExchangeTest {

    private static final String FILES = "https://files.example";

    @Inject
    AuthorizationCodes codes;

    @Test
    void resourceServerGetsRestrictedTokenOfUser() {
        TestUser user = Signet.createUser("reader");
        TestClient web = IssuedCode.webClient();
        TestClient api = api();
        String subjectToken = token(web, user, "openid orders:read orders:write groups");

        Response response = tokenRequest(api)
                .exchange(subjectToken)
                .scope("orders:read groups")
                .resource(FILES)
                .send();

        response.then()
                .statusCode(200)
                .body("issued_token_type", equalTo(OAuth.ACCESS_TOKEN))
                .body("token_type", equalTo("Bearer"))
                .body("scope", equalTo("orders:read groups"));
        JsonNode before = OAuth.claims(subjectToken);
        JsonNode claims = OAuth.claims(OAuth.accessToken(response));
        assertThat(claims.get("sub").asText()).isEqualTo(user.id());
        assertThat(claims.get("client_id").asText()).isEqualTo(api.id());
        assertThat(claims.at("/act/sub").asText()).isEqualTo(api.id());
        assertThat(claims.get("aud").asText()).isEqualTo(FILES);
        assertThat(claims.get("sid")).isEqualTo(before.get("sid"));
        assertThat(claims.get("groups").get(0).asText()).isEqualTo("reader");
        assertThat(claims.get("exp").asLong())
                .isLessThanOrEqualTo(before.get("exp").asLong());
        assertThat(claims.get("jti")).isNotEqualTo(before.get("jti"));
    }

    @Test
    void actorsAreNestedAndLimited() {
        TestUser user = Signet.createUser();
        String token = token(IssuedCode.webClient(), user, "orders:read");
        List<String> actors = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            TestClient api = api();
            actors.add(0, api.id());
            token = tokenRequest(api).exchange(token).accessToken();
        }

        JsonNode act = OAuth.claims(token).get("act");
        for (String actor : actors) {
            assertThat(act.get("sub").asText()).isEqualTo(actor);
            act = act.path("act");
        }
        assertOAuthError(tokenRequest(api()).exchange(token).send(), 400, "invalid_request");
    }

    @Test
    void exchangedTokenNeverHasWiderAccess() {
        TestClient api = api();
        String subjectToken = token(IssuedCode.webClient(), Signet.createUser(), "orders:read", IssuedCode.API);

        assertOAuthError(
                tokenRequest(api)
                        .exchange(subjectToken)
                        .scope("orders:read orders:write")
                        .send(),
                400,
                "invalid_scope");
        assertOAuthError(
                tokenRequest(api).exchange(subjectToken).resource(FILES).send(), 400, "invalid_target");
        assertOAuthError(
                tokenRequest(api).exchange(subjectToken).with("audience", FILES).send(), 400, "invalid_target");
        tokenRequest(api)
                .exchange(subjectToken)
                .resource("https://elsewhere.example")
                .send()
                .then()
                .statusCode(400);
    }

    @Test
    void removedRoleRejectsExchange() {
        TestUser user = Signet.createUser("reader");
        String subjectToken = token(IssuedCode.webClient(), user, "orders:read groups");
        assertThat(OAuth.claims(tokenRequest(api()).exchange(subjectToken).accessToken())
                        .get("groups"))
                .hasSize(1);

        Signet.adminRequest().body(List.of()).put("/admin/accounts/" + user.id() + "/roles");

        assertOAuthError(tokenRequest(api()).exchange(subjectToken).send(), 400, "invalid_request");
    }

    @Test
    void exchangedTokenEndsWithSubjectSession() {
        TestClient web = IssuedCode.webClient();
        Response tokens = IssuedCode.of(codes, web, Signet.createUser(), "offline_access orders:read")
                .redeem();
        String exchanged =
                tokenRequest(api()).exchange(OAuth.accessToken(tokens)).accessToken();
        assertThat(Signet.verify(exchanged).<Boolean>path("active")).isTrue();

        revocationRequest(web, tokens.path("refresh_token")).send();

        assertThat(Signet.verify(exchanged).<Boolean>path("active")).isFalse();
        assertOAuthError(tokenRequest(api()).exchange(OAuth.accessToken(tokens)).send(), 400, "invalid_request");
    }

    @Test
    void clientTokenCanBeExchanged() {
        TestClient machine =
                OAuth.machine("orders:read", Map.of("audiences", List.of(IssuedCode.API), "roles", List.of("clerk")));
        String subjectToken = tokenRequest(machine).clientCredentials().accessToken();

        String exchanged = tokenRequest(api()).exchange(subjectToken).accessToken();

        assertThat(OAuth.claims(exchanged).get("sub").asText()).isEqualTo(machine.id());
        assertThat(OAuth.claims(exchanged).get("groups").get(0).asText()).isEqualTo("clerk");
        Signet.adminRequest().delete("/admin/clients/" + machine.id()).then().statusCode(204);
        assertThat(Signet.verify(exchanged).<Boolean>path("active")).isFalse();
    }

    @Test
    void exchangedTokenBelongsToRegistrationsOfBothClients() {
        Map<String, Object> chosen =
                Map.of("client_id", "again-" + UUID.randomUUID(), "audiences", List.of(IssuedCode.API));
        TestClient api = api();
        String former = exchangedOwnToken(OAuth.machine("orders:read", chosen), api);
        Signet.adminRequest()
                .delete("/admin/clients/" + chosen.get("client_id"))
                .then()
                .statusCode(204);

        String present = exchangedOwnToken(OAuth.machine("orders:read", chosen), api);

        assertThat(Signet.verify(former).<Boolean>path("active")).isFalse();
        assertThat(Signet.verify(present).<Boolean>path("active")).isTrue();
        Signet.adminRequest().delete("/admin/clients/" + api.id()).then().statusCode(204);
        assertThat(Signet.verify(present).<Boolean>path("active")).isFalse();
    }

    private static String exchangedOwnToken(TestClient machine, TestClient api) {
        return tokenRequest(api)
                .exchange(tokenRequest(machine).clientCredentials().accessToken())
                .accessToken();
    }

    @Test
    void unrelatedTokenIsNotExchanged() {
        String subjectToken = token(IssuedCode.webClient(), Signet.createUser(), "orders:read", FILES);
        TestClient stranger = register(Map.of("audiences", List.of("https://elsewhere.example")));

        for (String token : List.of(
                subjectToken, "garbage", "sgr_AAAA", Signet.createUser().login().access())) {
            assertOAuthError(tokenRequest(stranger).exchange(token).send(), 400, "invalid_request");
        }
    }

    @Test
    void boundTokenExchangeRequiresItsKey() {
        ProofKey key = new ProofKey();
        TestClient machine = OAuth.machine("orders:read", Map.of("audiences", List.of(IssuedCode.API)));
        String bound = tokenRequest(machine).clientCredentials().proof(key).accessToken();
        TestClient api = api();

        assertOAuthError(tokenRequest(api).exchange(bound).send(), 400, "invalid_request");
        tokenRequest(api)
                .exchange(bound)
                .proof(key)
                .send()
                .then()
                .statusCode(200)
                .body("token_type", equalTo("DPoP"));
    }

    @Test
    void onlyAccessTokensAreExchangedAndTheActorIsTheClient() {
        TestClient api = api();
        String subjectToken = token(IssuedCode.webClient(), Signet.createUser(), "orders:read");

        tokenRequest(api)
                .grant(OAuth.TOKEN_EXCHANGE)
                .with("subject_token", subjectToken)
                .send()
                .then()
                .statusCode(400);
        for (String type : List.of(
                "urn:ietf:params:oauth:token-type:refresh_token", "urn:ietf:params:oauth:token-type:id_token", "x")) {
            assertOAuthError(tokenRequest(api).exchange(subjectToken, type).send(), 400, "invalid_request");
            tokenRequest(api)
                    .exchange(subjectToken)
                    .with("requested_token_type", type)
                    .send()
                    .then()
                    .statusCode(400);
        }
        assertOAuthError(
                tokenRequest(api)
                        .exchange(subjectToken)
                        .with("actor_token", subjectToken)
                        .with("actor_token_type", OAuth.ACCESS_TOKEN)
                        .send(),
                400,
                "invalid_request");
    }

    private String token(TestClient client, TestUser user, String scope, String... resource) {
        IssuedCode code = IssuedCode.of(codes, client, user, scope);
        return OAuth.accessToken((resource.length == 0 ? code : code.with("resource", resource[0])).redeem());
    }

    private static TestClient api() {
        return register(Map.of("audiences", List.of(IssuedCode.API, FILES)));
    }

    private static TestClient register(Map<String, ?> more) {
        Map<String, Object> metadata = new HashMap<>(Map.of(
                "client_name",
                "api",
                "grant_types",
                List.of(OAuth.TOKEN_EXCHANGE),
                "scope",
                "orders:read orders:write groups"));
        metadata.putAll(more);
        return TestClient.register(metadata);
    }
}
