package dev.signet.support.oauth;

import dev.signet.support.installation.TestInstallation;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;

import java.util.Map;

import static io.restassured.RestAssured.given;

/**
 * Form request to an OAuth endpoint. Its methods add to the request and return it.
 *
 * @param <R> the type of the request
 */
public abstract class OAuthRequest<R extends OAuthRequest<R>> {

    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final String path;
    private final RequestSpecification request =
            given().contentType("application/x-www-form-urlencoded; charset=UTF-8");

    /**
     * Creates a request of a client that authenticates with its secret, of a public client, or without a client.
     */
    OAuthRequest(String path, @Nullable TestClient client) {
        this.path = path;
        if (client != null && client.secret() != null) {
            request.header("Authorization", client.basic());
        } else if (client != null) {
            request.formParam("client_id", client.id());
        }
    }

    abstract R self();

    /** Adds a parameter; a repeated name is sent twice. */
    public final R with(String name, String value) {
        request.formParam(name, value);
        return self();
    }

    public final R with(Map<String, String> parameters) {
        request.formParams(parameters);
        return self();
    }

    public final R scope(String scope) {
        return with("scope", scope);
    }

    public final R resource(String resource) {
        return with("resource", resource);
    }

    /** Authenticates the client with a signed assertion (RFC 7523). */
    public final R assertion(String assertion) {
        return with("client_assertion_type", ASSERTION_TYPE).with("client_assertion", assertion);
    }

    public final R header(String name, String value) {
        request.header(name, value);
        return self();
    }

    /** Adds a valid DPoP proof for this endpoint. */
    public final R proof(ProofKey key) {
        return header("DPoP", key.proof(TestInstallation.ISSUER + path));
    }

    public final Response send() {
        return request.post(path);
    }
}
