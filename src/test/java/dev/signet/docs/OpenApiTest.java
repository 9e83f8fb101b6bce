package dev.signet.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The OpenAPI document names every path of this version, in the words of the wire, and describes each operation. */
@QuarkusTest
class OpenApiTest {

    private static final List<String> PATHS = List.of(
            "/.well-known/jwks.json",
            "/.well-known/jwks.jwt",
            "/.well-known/openid-configuration",
            "/.well-known/oauth-authorization-server",
            "/.well-known/oauth-protected-resource",
            "/oauth2/userinfo",
            "/oauth2/logout",
            "/auth/login",
            "/auth/login/otp",
            "/auth/refresh",
            "/auth/verify",
            "/auth/logout",
            "/auth/me",
            "/auth/sessions",
            "/auth/sessions/{id}",
            "/auth/password",
            "/auth/api-keys",
            "/auth/api-keys/{id}",
            "/auth/api-keys/{id}/rotations",
            "/auth/tickets",
            "/auth/tickets/redemptions",
            "/auth/consents",
            "/auth/consents/{id}",
            "/oauth2/authorize",
            "/oauth2/par",
            "/auth/factors",
            "/auth/factors/totp",
            "/auth/factors/totp/confirmation",
            "/auth/factors/recovery-codes",
            "/auth/factors/{id}/removal",
            "/oauth2/token",
            "/oauth2/revoke",
            "/oauth2/introspect",
            "/oauth2/device_authorization",
            "/admin/accounts",
            "/admin/accounts:import",
            "/admin/accounts/{id}",
            "/admin/accounts/{id}/roles",
            "/admin/accounts/{account}/sessions",
            "/admin/accounts/{account}/factors",
            "/admin/accounts/{account}/api-keys",
            "/admin/accounts/{account}/api-keys/{id}",
            "/admin/accounts/{account}/api-keys/{id}/rotations",
            "/admin/clients",
            "/admin/clients/{client_id}",
            "/admin/clients/{client_id}/secrets",
            "/admin/registration-tokens",
            "/admin/registration-tokens/{id}",
            "/oauth2/register",
            "/oauth2/register/{client_id}",
            "/admin/roles",
            "/admin/sessions",
            "/admin/keys",
            "/admin/keys/rotations",
            "/admin/keys/history",
            "/admin/accounts/{account}/not-before",
            "/oauth2/global-token-revocation",
            "/status-lists",
            "/status-lists/{id}",
            "/admin/keys/{kid}/compromise",
            "/auth/links/password-reset",
            "/auth/links/email-verification",
            "/auth/links/sign-in",
            "/auth/registrations",
            "/auth/email",
            "/links/{token}",
            "/admin/invitations",
            "/admin/invitations/{id}",
            "/admin/events",
            "/admin/webhooks",
            "/admin/webhooks/{id}",
            "/admin/webhooks/{id}/deliveries",
            "/admin/webhooks/{id}/deliveries/{delivery}/redeliveries",
            "/admin/webhooks/{id}/tests",
            "/.well-known/ssf-configuration",
            "/ssf/streams",
            "/ssf/streams/{id}/events",
            "/ssf/status",
            "/ssf/verification",
            "/ssf/subjects/add",
            "/ssf/subjects/remove");

    @Test
    @Journey
    void everyPathIsListedAndEveryOperationHasASummary() throws Exception {
        JsonNode paths = document().get("paths");
        List<String> unexplained = new ArrayList<>();
        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(call -> {
                    if (!call.getKey().equals("parameters") && !call.getValue().has("summary")) {
                        unexplained.add(call.getKey() + " " + path.getKey());
                    }
                }));

        assertThat(paths.fieldNames()).toIterable().containsAll(PATHS);
        assertThat(unexplained).isEmpty();
    }

    @Test
    void schemaMembersHaveTheirJsonNames() throws Exception {
        JsonNode schemas = document().get("components").get("schemas");

        assertThat(schemas.get("LoginResponse").get("properties").fieldNames())
                .toIterable()
                .contains("access_token", "expires_in", "refresh_token");
        schemas.forEach(schema -> schema.path("properties")
                .fieldNames()
                .forEachRemaining(name -> assertThat(name).matches("[a-z0-9_]+")));
    }

    @Test
    void everySchemaMemberHasAnExample() throws Exception {
        List<String> without = new ArrayList<>();
        document()
                .get("components")
                .get("schemas")
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .properties()
                        .forEach(member -> {
                            if (!isDescribedElsewhere(member.getValue())
                                    && !member.getValue().has("examples")) {
                                without.add(schema.getKey() + "." + member.getKey());
                            }
                        }));

        assertThat(without).isEmpty();
    }

    @Test
    void everyOperationDocumentsItsErrorResponse() throws Exception {
        JsonNode problem = document().at("/components/responses/Problem/content/application~1problem+json");
        ObjectNode paths = (ObjectNode) document().get("paths");
        paths.remove(List.of("/.well-known/jwks.json", "/.well-known/jwks.jwt")); // reject nothing
        List<String> silent = new ArrayList<>();
        paths.properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(call -> call.getValue().has("responses"))
                        .filter(call ->
                                !call.getValue().at("/responses/default").has("$ref"))
                        .forEach(call -> silent.add(call.getKey() + " " + path.getKey())));

        assertThat(problem.at("/example/code").asText()).isEqualTo("invalid_request");
        assertThat(silent).isEmpty();
    }

    private static boolean isDescribedElsewhere(JsonNode member) {
        return member.has("$ref") || member.path("items").has("$ref");
    }

    private static JsonNode document() throws Exception {
        return new ObjectMapper()
                .readTree(given().accept("application/json")
                        .get("/q/openapi?format=json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }
}
