package dev.signet.clients.registration;

import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.signet.support.ErrorResponses.assertOAuthError;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** Client registration with {@code signet.clients.registration=token}, the setting of the test installation. */
@QuarkusTest
class RegistrationTest {

    private static final String APP = "{\"client_name\": \"Notes\", \"redirect_uris\": [\"https://notes.example/cb\"]}";

    @Test
    @Journey
    void clientManagesItsOwnRegistration() {
        Response registered = register(initialToken(), APP);
        registered
                .then()
                .statusCode(201)
                .contentType(startsWith("application/json"))
                .header("Cache-Control", equalTo("no-store"))
                .body("client_secret", matchesPattern("sgc_[A-Za-z0-9_-]{43}"))
                .body("client_secret_expires_at", equalTo(0))
                .body("registration_access_token", matchesPattern("sgd_[A-Za-z0-9_-]{43}"))
                .body("client_name", equalTo("Notes"))
                .body("token_endpoint_auth_method", equalTo("client_secret_basic"))
                .body("scope", equalTo("openid profile email"));
        String id = registered.path("client_id");
        String token = registered.path("registration_access_token");
        assertThat((String) registered.path("registration_client_uri")).endsWith("/oauth2/register/" + id);

        Response read = as(token).get("/oauth2/register/{id}", id);
        read.then()
                .statusCode(200)
                .body("client_secret", nullValue())
                .body("registration_access_token", equalTo(token));

        as(token)
                .body("{\"client_id\": \"%s\", \"redirect_uris\": [\"https://notes.example/new\"]}".formatted(id))
                .put("/oauth2/register/{id}", id)
                .then()
                .statusCode(200)
                .body("redirect_uris", contains("https://notes.example/new"))
                .body("client_name", equalTo(id))
                .body("client_secret", nullValue());

        as(token).delete("/oauth2/register/{id}", id).then().statusCode(204);
        as(token).get("/oauth2/register/{id}", id).then().statusCode(401);
        Signet.adminRequest().get("/admin/clients/{id}", id).then().statusCode(404);
    }

    @Test
    void registrationTokenRotatesWithEachChange() {
        Response registered = register(initialToken(), APP);
        String id = registered.path("client_id");
        String first = registered.path("registration_access_token");
        String second = replace(id, first).path("registration_access_token");
        assertThat(second).matches("sgd_[A-Za-z0-9_-]{43}").isNotEqualTo(first);

        // The response was lost: the first token is presented again, and the second one becomes invalid.
        String third = replace(id, first).path("registration_access_token");
        as(second).get("/oauth2/register/{id}", id).then().statusCode(401);
        as(first)
                .get("/oauth2/register/{id}", id)
                .then()
                .statusCode(200)
                .body("registration_access_token", equalTo(first));

        as(third).get("/oauth2/register/{id}", id).then().statusCode(200);
        as(first).get("/oauth2/register/{id}", id).then().statusCode(401);
        as(first).delete("/oauth2/register/{id}", id).then().statusCode(401);
        String fourth = replace(id, third).path("registration_access_token");
        as(fourth).delete("/oauth2/register/{id}", id).then().statusCode(204);
    }

    private static Response replace(String id, String token) {
        Response replaced = as(token)
                .body("{\"client_id\": \"%s\", \"redirect_uris\": [\"https://notes.example/cb\"]}".formatted(id))
                .put("/oauth2/register/{id}", id);
        replaced.then().statusCode(200);
        return replaced;
    }

    @Test
    void initialTokenIsRequiredAndHasUseLimit() {
        String token = initialToken();

        given().contentType(ContentType.JSON)
                .body(APP)
                .post("/oauth2/register")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", allOf(startsWith("Bearer realm=\"signet\""), not(containsString("error"))))
                .header("WWW-Authenticate", not(containsString("resource_metadata")));
        assertThat(register("sgi_" + "x".repeat(43), APP).statusCode()).isEqualTo(401);
        assertThat(register(Signet.admin().access(), APP).statusCode()).isEqualTo(401);
        // A rejected registration does not use the initial token.
        assertThat(register(token, "{}").statusCode()).isEqualTo(400);
        assertThat(register(token, APP).statusCode()).isEqualTo(201);
        register(token, APP)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer realm=\"signet\", error=\"invalid_token\""))
                .body("error", equalTo("invalid_token"));
    }

    @Test
    void administratorsManageInitialTokens() {
        Response created =
                Signet.adminRequest().body("{\"uses\": 2, \"expires_in\": 60}").post("/admin/registration-tokens");
        created.then()
                .statusCode(201)
                .body("uses_left", equalTo(2))
                .header("Location", startsWith("/admin/registration-tokens/"));
        String id = created.path("id");

        Signet.adminRequest()
                .get("/admin/registration-tokens?limit=200")
                .then()
                .body("items.id", hasItem(id))
                .body("items.registration_token", not(hasItem(created.<String>path("registration_token"))));
        assertThat(register(created.path("registration_token"), APP).statusCode())
                .isEqualTo(201);
        Signet.adminRequest()
                .delete("/admin/registration-tokens/{id}", id)
                .then()
                .statusCode(204);
        Signet.adminRequest()
                .delete("/admin/registration-tokens/{id}", id)
                .then()
                .statusCode(404);
        assertThat(register(created.path("registration_token"), APP).statusCode())
                .isEqualTo(401);

        for (String rejected :
                List.of("{\"uses\": 0}", "{\"expires_in\": 0}", "{\"expires_in\": 99999999999}", "{\"x\": 1}")) {
            Signet.adminRequest()
                    .body(rejected)
                    .post("/admin/registration-tokens")
                    .then()
                    .statusCode(400);
        }
        Signet.bearer(Signet.createUser().login().access())
                .post("/admin/registration-tokens")
                .then()
                .statusCode(403);
    }

    @Test
    void privilegedMembersAreIgnored() {
        register(initialToken(), """
                        {"redirect_uris": ["https://notes.example/cb"], "first_party": true, "roles": ["admin"],
                         "audiences": ["https://bank.example"], "access_token_ttl": 3600, "refresh_token_ttl": 99999999,
                         "access_token_signed_response_alg": "ES256", "client_id": "signet", "client_secret": "chosen",
                         "scope": "openid bank:transfer", "grant_types": ["authorization_code", "refresh_token"],
                         "unknown": {"a": [1]}, "client_name#de": "Notizen", "logo_uri": null}""")
                .then()
                .statusCode(201)
                .body("first_party", equalTo(false))
                .body("roles", nullValue())
                .body("audiences", nullValue())
                .body("access_token_ttl", nullValue())
                .body("refresh_token_ttl", nullValue())
                .body("access_token_signed_response_alg", nullValue())
                .body("client_id", not(equalTo("signet")))
                .body("client_secret", startsWith("sgc_"))
                .body("scope", equalTo("openid"))
                .body("unknown", nullValue());
    }

    @Test
    @Journey
    void selfRegisteredFirstPartyClientCannotChangeRedirectUris() {
        Response registered = register(initialToken(), APP);
        String id = registered.path("client_id");
        String token = registered.path("registration_access_token");
        List<String> redirectUris = registered.path("redirect_uris");
        Signet.adminRequest()
                .body(Map.of("first_party", true))
                .patch("/admin/clients/{id}", id)
                .then()
                .statusCode(200);

        for (Map<String, Object> change : List.<Map<String, Object>>of(
                Map.of("redirect_uris", List.of("https://evil.example/cb")),
                Map.of("redirect_uris", redirectUris, "post_logout_redirect_uris", List.of("https://evil.example/")),
                Map.of("redirect_uris", redirectUris, "token_endpoint_auth_method", "none"))) {
            Map<String, Object> body = new HashMap<>(change);
            body.put("client_id", id);
            assertOAuthError(as(token).body(body).put("/oauth2/register/{id}", id), 400, "invalid_client_metadata");
        }
        as(token)
                .body(Map.of("client_id", id, "redirect_uris", redirectUris, "client_name", "Another name"))
                .put("/oauth2/register/{id}", id)
                .then()
                .statusCode(200)
                .body("first_party", equalTo(true));
    }

    @Test
    void replacementKeepsMembersSetByAdministrator() {
        Response registered = register(initialToken(), APP);
        String id = registered.path("client_id");
        Signet.adminRequest()
                .body("{\"roles\": [\"auditor\"], \"scope\": \"openid notes:read\", \"access_token_ttl\": 60}")
                .patch("/admin/clients/{id}", id)
                .then()
                .statusCode(200);

        as(registered.path("registration_access_token"))
                .body(Map.of(
                        "client_id",
                        id,
                        "redirect_uris",
                        List.of("https://notes.example/cb"),
                        "scope",
                        "openid notes:read notes:write"))
                .put("/oauth2/register/{id}", id)
                .then()
                .statusCode(200)
                .body("roles", contains("auditor"))
                .body("access_token_ttl", equalTo(60))
                .body("scope", equalTo("openid notes:read"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "invalid_redirect_uri | {}",
                "invalid_redirect_uri | {\"redirect_uris\": [\"http://notes.example/cb\"]}",
                "invalid_client_metadata | {\"redirect_uris\": \"https://notes.example/cb\"}",
                "invalid_client_metadata | {\"redirect_uris\": [\"https://a.example\"], \"grant_types\": [\"client_credentials\"]}",
                "invalid_client_metadata | {\"redirect_uris\": [\"https://a.example\"], \"grant_types\": [\"implicit\"]}",
                "invalid_client_metadata | {\"redirect_uris\": [\"https://a.example\"], \"response_types\": [\"id_token\"]}",
                "invalid_client_metadata | {\"redirect_uris\": [\"https://a.example\"], \"jwks\": {\"keys\": [{\"kty\": \"oct\", \"k\": \"AA\"}]}}",
                "invalid_client_metadata | {\"redirect_uris\": [\"https://a.example\"], \"jwks_uri\": \"https://127.0.0.1/jwks\"}",
                "invalid_request | []",
                "invalid_request | {"
            })
    void invalidMetadataIsRejectedWithRfcErrorCode(String error, String body) {
        assertOAuthError(register(initialToken(), body), 400, error);
    }

    @Test
    void memberOfWrongTypeIsNamedWithItsType() {
        register(initialToken(), "{\"redirect_uris\": \"https://notes.example/cb\"}")
                .then()
                .statusCode(400)
                .body("member", equalTo("redirect_uris"))
                .body("error_description", equalTo("Member redirect_uris must be a JSON array."));
    }

    @Test
    void foreignRegistrationTokenIsRejected() {
        Response registered = register(initialToken(), APP);
        String id = registered.path("client_id");
        String another = register(initialToken(), APP).path("registration_access_token");
        String byAdministrator = TestClient.register(Map.of("redirect_uris", List.of("https://a.example/")))
                .id();

        Response wrong = as(another).get("/oauth2/register/{id}", id);
        Response unknown = as(another).get("/oauth2/register/{id}", UUID.randomUUID());

        assertThat(wrong.statusCode()).isEqualTo(401).isEqualTo(unknown.statusCode());
        assertThat(wrong.asString()).isEqualTo(unknown.asString());
        assertThat(headersExceptId(wrong)).isEqualTo(headersExceptId(unknown));
        as(another).get("/oauth2/register/{id}", byAdministrator).then().statusCode(401);
        as(another).delete("/oauth2/register/{id}", id).then().statusCode(401);
        as(another)
                .body("{\"client_id\": \"" + id + "\"}")
                .put("/oauth2/register/{id}", id)
                .then()
                .statusCode(401);
        given().get("/oauth2/register/{id}", id)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", allOf(startsWith("Bearer realm=\"signet\""), not(containsString("error"))));
        as(another).urlEncodingEnabled(false).get("/oauth2/register/%00").then().statusCode(401);
        assertOAuthError(
                as(registered.path("registration_access_token"))
                        .body("{\"client_id\": \"other\", \"redirect_uris\": [\"https://notes.example/cb\"]}")
                        .put("/oauth2/register/{id}", id),
                400,
                "invalid_request");
        Signet.adminRequest()
                .get("/admin/clients/{id}", id)
                .then()
                .body("redirect_uris", contains(endsWith("/cb")))
                .body("registration_access_token", nullValue());
    }

    private static String initialToken() {
        return Signet.adminRequest()
                .post("/admin/registration-tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("registration_token");
    }

    private static Response register(String token, String body) {
        return as(token).body(body).post("/oauth2/register");
    }

    private static RequestSpecification as(String token) {
        return Signet.bearer(token).contentType(ContentType.JSON);
    }

    private static List<Header> headersExceptId(Response response) {
        return response.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("X-Request-Id"))
                .toList();
    }
}
