package dev.signet.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.clients.Scope;
import dev.signet.oauth.code.AuthorizationCodes;
import dev.signet.oauth.code.CodeGrant;
import dev.signet.support.OAuth;
import dev.signet.support.Signet.TestUser;
import dev.signet.support.TestClient;
import dev.signet.support.TokenRequest;
import dev.signet.tokens.grant.AuthenticationContext;
import dev.signet.tokens.grant.Authorization;
import dev.signet.web.caller.ClientOrigin;
import io.restassured.response.Response;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.signet.support.OAuth.tokenRequest;

/** Login of a user at a client: the response to a code as the authorization endpoint issues it. */
public record Login(TestClient client, Response response) {

    public static final Instant AUTH_TIME = Instant.ofEpochSecond(1_795_335_330);

    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String REDIRECT_URI = "https://web.example/cb";

    /** Registers a web client with additional metadata. */
    public static TestClient client(Map<String, ?> more) {
        Map<String, Object> metadata = new HashMap<>(Map.of(
                "client_name",
                "web",
                "redirect_uris",
                List.of(REDIRECT_URI),
                "grant_types",
                List.of("authorization_code", "refresh_token"),
                "scope",
                "openid profile email offline_access orders:read",
                "audiences",
                List.of("https://api.example")));
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
        return redeem(client, code(codes, client, user, scope, browserSession, claimsRequest), null);
    }

    /** Redeems a code for tokens that are bound to the key of a proof. */
    public static Login bound(AuthorizationCodes codes, TestClient client, TestUser user, String scope, String proof) {
        return redeem(client, code(codes, client, user, scope, null, null), proof);
    }

    private static String code(
            AuthorizationCodes codes,
            TestClient client,
            TestUser user,
            String scope,
            @Nullable UUID browserSession,
            @Nullable String claimsRequest) {
        return codes.issue(new CodeGrant(
                new Authorization(
                        UUID.fromString(user.id()),
                        client.id(),
                        List.of("https://api.example"),
                        Scope.ofText(scope),
                        new AuthenticationContext("aal1", List.of("pwd"), AUTH_TIME)),
                REDIRECT_URI,
                challenge(),
                "n-0S6_WzA2Mj",
                browserSession,
                null,
                claimsRequest,
                new ClientOrigin("127.0.0.1", "test")));
    }

    private static Login redeem(TestClient client, String code, @Nullable String proof) {
        TokenRequest request = tokenRequest(client)
                .grant("authorization_code")
                .with("code", code)
                .with("redirect_uri", REDIRECT_URI)
                .with("code_verifier", VERIFIER);
        if (proof != null) {
            request.header("DPoP", proof);
        }
        Response response = request.send();
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
        Response refreshed =
                tokenRequest(client).refresh(response.path("refresh_token")).send();
        refreshed.then().statusCode(200);
        return new Login(client, refreshed);
    }

    private static String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
