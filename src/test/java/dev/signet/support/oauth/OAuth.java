package dev.signet.support.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.support.installation.TestInstallation;
import io.restassured.response.Response;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** OAuth endpoints as clients call them. */
public final class OAuth {

    public static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";
    public static final String TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    public static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private OAuth() {}

    public static TokenRequest tokenRequest(TestClient client) {
        return new TokenRequest(client);
    }

    /** Returns a token request without client authentication. */
    public static TokenRequest tokenRequest() {
        return new TokenRequest(null);
    }

    /** Returns a pushed authorization request. */
    public static ClientRequest parRequest(TestClient client) {
        return new ClientRequest("/oauth2/par", client);
    }

    /** Returns a pushed authorization request without client authentication. */
    public static ClientRequest parRequest() {
        return new ClientRequest("/oauth2/par", null);
    }

    public static ClientRequest deviceRequest(TestClient client, String scope) {
        return new ClientRequest("/oauth2/device_authorization", client).scope(scope);
    }

    public static ClientRequest introspectionRequest(TestClient client, String token) {
        return new ClientRequest("/oauth2/introspect", client).with("token", token);
    }

    public static ClientRequest revocationRequest(TestClient client, String token) {
        return new ClientRequest("/oauth2/revoke", client).with("token", token);
    }

    /** Returns a request without client authentication or parameters to any of these endpoints. */
    public static ClientRequest request(String path) {
        return new ClientRequest(path, null);
    }

    /** Returns a request without parameters to any of these endpoints. */
    public static ClientRequest request(String path, TestClient client) {
        return new ClientRequest(path, client);
    }

    public static String accessToken(Response response) {
        return response.then().statusCode(200).extract().path("access_token");
    }

    /** Registers a client with its own tokens and these scopes. */
    public static TestClient machine(String scope) {
        return machine(scope, Map.of());
    }

    public static TestClient machine(String scope, Map<String, ?> more) {
        Map<String, Object> metadata = new java.util.HashMap<>(
                Map.of("client_name", "machine", "grant_types", List.of("client_credentials"), "scope", scope));
        metadata.putAll(more);
        return TestClient.register(metadata);
    }

    /** Returns a token of the client itself, bound to a key, even if proofs need a nonce. */
    public static String boundToken(TestClient client) {
        ProofKey key = new ProofKey();
        Response response = tokenRequest(client).clientCredentials().proof(key).send();
        if (response.statusCode() == 400) {
            Map<String, Object> claims = ProofKey.claims("POST", TestInstallation.ISSUER + "/oauth2/token");
            claims.put("nonce", response.header("DPoP-Nonce"));
            response = tokenRequest(client)
                    .clientCredentials()
                    .header("DPoP", key.sign(key.header(), claims))
                    .send();
        }
        return accessToken(response);
    }

    public static JsonNode claims(String jwt) {
        return part(jwt, 1);
    }

    public static JsonNode header(String jwt) {
        return part(jwt, 0);
    }

    private static JsonNode part(String jwt, int index) {
        try {
            return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(jwt.split("\\.")[index]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
