package dev.signet.oauth.code;

import dev.signet.clients.Scope;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.oauth.TestClient;
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

import static dev.signet.support.oauth.OAuth.tokenRequest;

/** Authorization code as the authorization endpoint issues it, and its redemption. */
public final class IssuedCode {

    public static final String REDIRECT_URI = "https://web.example/cb";
    public static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    public static final String API = "https://api.example";

    private final TestClient client;
    private final Map<String, String> parameters = new HashMap<>();

    private IssuedCode(TestClient client, String code) {
        this.client = client;
        parameters.put("grant_type", "authorization_code");
        parameters.put("code", code);
        parameters.put("redirect_uri", REDIRECT_URI);
        parameters.put("code_verifier", VERIFIER);
    }

    public static TestClient webClient() {
        return client("client_secret_basic");
    }

    public static TestClient publicClient() {
        return client("none");
    }

    private static TestClient client(String method) {
        return TestClient.register(Map.of(
                "client_name",
                "web",
                "redirect_uris",
                List.of(REDIRECT_URI),
                "grant_types",
                List.of("authorization_code", "refresh_token"),
                "scope",
                "openid profile email groups offline_access orders:read orders:write",
                "audiences",
                List.of(API, "https://files.example"),
                "token_endpoint_auth_method",
                method));
    }

    /** Issues a code of a login of this moment, for the audiences of {@link #webClient}. */
    public static IssuedCode of(AuthorizationCodes codes, TestClient client, TestUser user, String scope) {
        return builder(client, user, scope).issue(codes);
    }

    /** Returns a builder of a code that differs from that of {@link #of}. */
    public static Builder builder(TestClient client, TestUser user, String scope) {
        return new Builder(client, user, scope);
    }

    /** The approval that the code is issued for. */
    public static final class Builder {

        private final TestClient client;
        private final TestUser user;
        private final String scope;
        private List<String> audience = List.of(API, "https://files.example");
        private String nonce = "a nonce";
        private Instant authTime = Instant.now();
        private @Nullable UUID browserSession;
        private @Nullable String keyThumbprint;
        private @Nullable String claimsRequest;

        private Builder(TestClient client, TestUser user, String scope) {
            this.client = client;
            this.user = user;
            this.scope = scope;
        }

        public Builder audience(List<String> audience) {
            this.audience = audience;
            return this;
        }

        public Builder nonce(String nonce) {
            this.nonce = nonce;
            return this;
        }

        public Builder authTime(Instant authTime) {
            this.authTime = authTime;
            return this;
        }

        public Builder browserSession(@Nullable UUID id) {
            this.browserSession = id;
            return this;
        }

        public Builder keyThumbprint(String thumbprint) {
            this.keyThumbprint = thumbprint;
            return this;
        }

        public Builder claimsRequest(@Nullable String claims) {
            this.claimsRequest = claims;
            return this;
        }

        public IssuedCode issue(AuthorizationCodes codes) {
            return new IssuedCode(
                    client,
                    codes.issue(new CodeGrant(
                            new Authorization(
                                    UUID.fromString(user.id()),
                                    client.id(),
                                    audience,
                                    Scope.ofText(scope),
                                    new AuthenticationContext("aal1", List.of("pwd"), authTime)),
                            REDIRECT_URI,
                            challenge(VERIFIER),
                            nonce,
                            browserSession,
                            keyThumbprint,
                            claimsRequest,
                            new ClientOrigin("127.0.0.1", "test"))));
        }
    }

    public IssuedCode with(String parameter, String value) {
        IssuedCode other = new IssuedCode(client, parameters.get("code"));
        other.parameters.putAll(parameters);
        other.parameters.put(parameter, value);
        return other;
    }

    public IssuedCode without(String parameter) {
        IssuedCode other = new IssuedCode(client, parameters.get("code"));
        other.parameters.keySet().retainAll(parameters.keySet());
        other.parameters.remove(parameter);
        return other;
    }

    public IssuedCode by(TestClient another) {
        IssuedCode other = new IssuedCode(another, parameters.get("code"));
        other.parameters.putAll(parameters);
        return other;
    }

    public Response redeem() {
        return tokenRequest(client).with(parameters).send();
    }

    public Response redeem(String dpopProof) {
        return tokenRequest(client).header("DPoP", dpopProof).with(parameters).send();
    }

    public static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
