package dev.signet.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.oauth.code.AuthorizationCodes;
import dev.signet.oauth.code.IssuedCode;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import io.restassured.response.Response;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.signet.support.oauth.OAuth.tokenRequest;

/** Login of a user at a client: the response to a code as the authorization endpoint issues it. */
public record Login(TestClient client, Response response) {

    public static final Instant AUTH_TIME = Instant.ofEpochSecond(1_795_335_330);

    /** Registers a web client with additional metadata. */
    public static TestClient client(Map<String, ?> more) {
        Map<String, Object> metadata = new HashMap<>(Map.of(
                "client_name",
                "web",
                "redirect_uris",
                List.of(IssuedCode.REDIRECT_URI),
                "grant_types",
                List.of("authorization_code", "refresh_token"),
                "scope",
                "openid profile email offline_access orders:read",
                "audiences",
                List.of(IssuedCode.API)));
        metadata.putAll(more);
        return TestClient.register(metadata);
    }

    public static Login of(AuthorizationCodes codes, TestClient client, TestUser user, String scope) {
        return of(codes, client, user, scope, null, null);
    }

    public static Login of(
            AuthorizationCodes codes,
            TestClient client,
            TestUser user,
            String scope,
            @Nullable UUID browserSession,
            @Nullable String claimsRequest) {
        return of(
                client,
                code(codes, client, user, scope, browserSession, claimsRequest).redeem());
    }

    /** Redeems a code for tokens that are bound to the key of a proof. */
    public static Login bound(AuthorizationCodes codes, TestClient client, TestUser user, String scope, String proof) {
        return of(client, code(codes, client, user, scope, null, null).redeem(proof));
    }

    private static IssuedCode code(
            AuthorizationCodes codes,
            TestClient client,
            TestUser user,
            String scope,
            @Nullable UUID browserSession,
            @Nullable String claimsRequest) {
        return IssuedCode.builder(client, user, scope)
                .audience(List.of(IssuedCode.API))
                .nonce("n-0S6_WzA2Mj")
                .authTime(AUTH_TIME)
                .browserSession(browserSession)
                .claimsRequest(claimsRequest)
                .issue(codes);
    }

    private static Login of(TestClient client, Response response) {
        response.then().statusCode(200);
        return new Login(client, response);
    }

    public String access() {
        return response.path("access_token");
    }

    public String idToken() {
        return response.path("id_token");
    }

    public JsonNode idClaims() {
        return OAuth.claims(idToken());
    }

    public String sid() {
        return OAuth.claims(access()).get("sid").asText();
    }

    public Login refresh() {
        return of(
                client,
                tokenRequest(client).refresh(response.path("refresh_token")).send());
    }
}
