package dev.signet.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import static io.restassured.RestAssured.given;

/** OAuth endpoints as clients call them. */
public final class OAuth {

    private OAuth() {}

    /**
     * Returns a form request with these parameters, from a client that authenticates with its secret, or from a public
     * one.
     */
    public static RequestSpecification form(TestClient client, String... parameters) {
        RequestSpecification request = given().contentType("application/x-www-form-urlencoded; charset=UTF-8");
        if (client.secret() == null) {
            request.formParam("client_id", client.id());
        } else {
            request.header("Authorization", client.basic());
        }
        return with(request, parameters);
    }

    /** Adds names and values in turn; a repeated name is sent twice. */
    public static RequestSpecification with(RequestSpecification request, String... parameters) {
        for (int i = 0; i < parameters.length; i += 2) {
            request.formParam(parameters[i], parameters[i + 1]);
        }
        return request;
    }

    public static Response token(TestClient client, String... parameters) {
        return form(client, parameters).post("/oauth2/token");
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
        String url = TestInstallation.ISSUER + "/oauth2/token";
        Response response = boundToken(client, key.proof(url));
        if (response.statusCode() == 400) {
            Map<String, Object> claims = ProofKey.claims("POST", url);
            claims.put("nonce", response.header("DPoP-Nonce"));
            response = boundToken(client, key.sign(key.header(), claims));
        }
        return accessToken(response);
    }

    private static Response boundToken(TestClient client, String proof) {
        return form(client, "grant_type", "client_credentials")
                .header("DPoP", proof)
                .post("/oauth2/token");
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
