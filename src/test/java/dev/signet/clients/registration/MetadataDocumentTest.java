package dev.signet.clients.registration;

import dev.signet.support.installation.Journey;
import dev.signet.support.oauth.TestClient;
import dev.signet.support.server.ClientServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.UUID;

import static dev.signet.support.oauth.OAuth.tokenRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

/**
 * Clients by metadata document, which {@code signet.clients.metadata-documents=true} enables in the test installation.
 */
@QuarkusTest
class MetadataDocumentTest {

    @Test
    @Journey
    void clientIsFetchedFromItsUrlOnce() throws Exception {
        try (ClientServer server = ClientServer.start()) {
            String path = "/" + UUID.randomUUID();
            String id = server.url(path);
            server.respondWith(path, 200, """
                    {"client_id": "%s", "client_name": "Notes", "redirect_uris": ["http://127.0.0.1/cb"],
                     "token_endpoint_auth_method": "none", "unknown": true}""".formatted(id));

            // The client is found, the code is not.
            exchange(id).statusCode(400).body("error", equalTo("invalid_grant"));
            exchange(id).statusCode(400).body("error", equalTo("invalid_grant"));

            assertThat(server.next().path()).isEqualTo(path);
            assertThat(server.receivesNothingFor(0)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"client_id\": \"https://other.example/\", \"token_endpoint_auth_method\": \"none\", \"redirect_uris\": [\"https://a.example/\"]}",
                "{\"token_endpoint_auth_method\": \"none\", \"redirect_uris\": [\"https://a.example/\"]}",
                "{\"client_id\": \"ID\", \"redirect_uris\": [\"https://a.example/\"]}",
                "{\"client_id\": \"ID\", \"client_secret\": \"x\", \"token_endpoint_auth_method\": \"none\", \"redirect_uris\": [\"https://a.example/\"]}",
                "{\"client_id\": \"ID\", \"token_endpoint_auth_method\": \"none\", \"redirect_uris\": [\"http://a.example/\"]}",
                "{\"client_id\": \"ID\", \"token_endpoint_auth_method\": \"none\"}",
                "{\"client_id\": \"ID\", \"client_id\": \"ID\", \"token_endpoint_auth_method\": \"none\", \"redirect_uris\": [\"https://a.example/\"]}",
                "not JSON",
                ""
            })
    void mismatchedDocumentIsUnknownClient(String document) throws Exception {
        try (ClientServer server = ClientServer.start()) {
            String path = "/" + UUID.randomUUID();
            server.respondWith(path, 200, document.replace("ID", server.url(path)));

            exchange(server.url(path)).statusCode(401).body("error", equalTo("invalid_client"));
        }
    }

    @Test
    void nonCanonicalOrPrivateUrlIsNotFetched() throws Exception {
        try (ClientServer server = ClientServer.start()) {
            for (String id : new String[] {
                "https://127.0.0.1/client",
                "http://client.example/client",
                server.url(""),
                server.url("/a/../b"),
                server.url("/a/%2E%2e/b"),
                server.url("/a#b"),
                server.url("/a").replace("localhost", "user@localhost"),
                server.url("/" + "x".repeat(200))
            }) {
                exchange(id).statusCode(401).body("error", equalTo("invalid_client"));
            }
            assertThat(server.receivesNothingFor(0)).isTrue();
        }
    }

    @Test
    void supportForMetadataDocumentsIsPublished() {
        given().get("/.well-known/oauth-authorization-server")
                .then()
                .statusCode(200)
                .body("client_id_metadata_document_supported", equalTo(true))
                .body("registration_endpoint", endsWith("/oauth2/register"));
    }

    private static ValidatableResponse exchange(String clientId) {
        return tokenRequest(new TestClient(clientId, null))
                .grant("authorization_code")
                .with("code", "none")
                .with("code_verifier", "x".repeat(43))
                .with("redirect_uri", "http://127.0.0.1:1/cb")
                .send()
                .then();
    }
}
