package dev.signet.clients.administration;

import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import dev.signet.support.oauth.TestClient;
import dev.signet.support.server.ClientServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.signet.support.ErrorResponses.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class ClientResourceTest {

    private static final String JWKS = "\"jwks\": {\"keys\": [{\"kty\": \"EC\", \"crv\": \"P-256\", \"kid\": \"k\","
            + " \"x\": \"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
            + " \"y\": \"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"%s}]}";
    private static final String PUBLIC_JWKS = JWKS.formatted("");
    private static final String PRIVATE_JWKS =
            JWKS.formatted(", \"d\": \"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI\"");

    @Test
    @Journey
    void clientIsCreatedListedAndDeleted() {
        Response created = TestClient.tryRegister(
                Map.of("client_name", "Notes", "redirect_uris", List.of("https://notes.example/callback")));
        created.then()
                .statusCode(201)
                .header("Cache-Control", equalTo("no-store"))
                .body("client_secret", matchesPattern("sgc_[A-Za-z0-9_-]{43}"))
                .body("client_secret_expires_at", equalTo(0))
                .body("grant_types", contains("authorization_code"))
                .body("response_types", contains("code"))
                .body("token_endpoint_auth_method", equalTo("client_secret_basic"))
                .body("scope", equalTo("openid profile email"))
                .body("first_party", equalTo(false));
        String id = created.path("client_id");
        assertThat(created.header("Location")).isEqualTo("/admin/clients/" + id);

        read(id).then()
                .statusCode(200)
                .body("client_name", equalTo("Notes"))
                .body("client_secret", nullValue())
                .body("client_secret_expires_at", nullValue());
        assertThat(list()).contains(id).isSorted();

        admin().delete("/admin/clients/{id}", id).then().statusCode(204);
        assertProblem(read(id), 404, "not_found");
        admin().delete("/admin/clients/{id}", id).then().statusCode(404);
        patch(id, "{}").then().statusCode(404);
        assertThat(list()).doesNotContain(id);
    }

    @Test
    @Journey
    void allRegisteredMembersAreReturned() {
        String id = "web." + UUID.randomUUID();
        String body = """
                {"client_id": "%s", "client_name": "Notes", "redirect_uris": ["https://notes.example/cb", "http://127.0.0.1/cb"],
                 "grant_types": ["authorization_code", "refresh_token"], "response_types": ["code"],
                 "scope": "openid notes:read", "audiences": ["https://api.example"], "roles": ["auditor"], "first_party": true,
                 "token_endpoint_auth_method": "private_key_jwt", "token_endpoint_auth_signing_alg": "ES256", %s,
                 "id_token_signed_response_alg": "ES256", "userinfo_signed_response_alg": "RS256",
                 "introspection_signed_response_alg": "RS256", "access_token_signed_response_alg": "ES256",
                 "access_token_ttl": 60, "refresh_token_ttl": 3600, "dpop_bound_access_tokens": true,
                 "require_pushed_authorization_requests": true, "require_signed_request_object": true,
                 "refresh_token_rotation": false, "subject_type": "public", "default_max_age": 600,
                 "require_auth_time": true, "post_logout_redirect_uris": ["https://notes.example/"],
                 "backchannel_logout_uri": "https://notes.example/logout", "backchannel_logout_session_required": true,
                 "client_uri": "https://notes.example/", "logo_uri": "https://notes.example/logo.png",
                 "policy_uri": "https://notes.example/privacy", "tos_uri": "https://notes.example/terms",
                 "contacts": ["ops@notes.example"]}""".formatted(id, PUBLIC_JWKS);

        Response created = TestClient.tryRegister(body);

        created.then().statusCode(201).body("client_secret", nullValue());
        Map<String, Object> response = read(id).jsonPath().getMap("");
        Map<String, Object> requested = JsonPath.from(body).getMap("");
        assertThat(response).containsAllEntriesOf(requested);
        assertThat(TestClient.tryRegister(body).statusCode()).isEqualTo(409);
    }

    @Test
    void firstPartyClientIdCannotBeRegistered() {
        TestClient.tryRegister(Map.of("client_id", "signet", "redirect_uris", List.of("https://a.example/")))
                .then()
                .statusCode(409)
                .body("member", equalTo("client_id"));
    }

    @Test
    @Journey
    void patchChangesPresentMembersAndNullRemovesThem() {
        TestClient client = TestClient.register(Map.of(
                "client_name", "Notes", "redirect_uris", List.of("https://notes.example/cb"), "access_token_ttl", 60));

        patch(client.id(), "{\"client_name\": \"Other\", \"access_token_ttl\": null}")
                .then()
                .statusCode(200)
                .body("client_name", equalTo("Other"))
                .body("access_token_ttl", nullValue())
                .body("redirect_uris", contains("https://notes.example/cb"))
                .body("client_secret", nullValue());
        assertProblem(patch(client.id(), "{\"redirect_uris\": null}"), 400, "invalid_redirect_uri");
        for (String rejected : List.of(
                "[]",
                "{\"colour\": \"red\"}",
                "{\"client_id\": \"other\"}",
                "{\"client_secret\": \"chosen\"}",
                "{\"client_name\": 7}")) {
            assertProblem(patch(client.id(), rejected), 400, "invalid_request");
        }
        patch(client.id(), "{\"client_name\": 7}")
                .then()
                .body("member", equalTo("client_name"))
                .body("detail", equalTo("Member client_name must be a string."));
        patch(client.id(), "{\"colour\": \"red\"}").then().body("detail", equalTo("Unknown member: colour."));
        read(client.id()).then().body("client_name", equalTo("Other"));
    }

    @Test
    @Journey
    void secretIsReplacedOnRequest() {
        TestClient client = TestClient.register(service());

        Response rotated =
                admin().body("{\"former_secret_ttl\": 3600}").post("/admin/clients/{id}/secrets", client.id());
        rotated.then().statusCode(201).body("client_id", equalTo(client.id()));
        String second = rotated.path("client_secret");
        String third = admin().post("/admin/clients/{id}/secrets", client.id())
                .then()
                .statusCode(201)
                .extract()
                .path("client_secret");

        assertThat(List.of(client.secret(), second, third)).doesNotHaveDuplicates();
        admin().body("{\"former_secret_ttl\": -1}")
                .post("/admin/clients/{id}/secrets", client.id())
                .then()
                .statusCode(400);
        admin().post("/admin/clients/{id}/secrets", UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void clientWithoutSecretMethodReceivesNoSecret() {
        TestClient client = TestClient.register(
                Map.of("token_endpoint_auth_method", "none", "redirect_uris", List.of("com.example.app:/cb")));

        assertThat(client.secret()).isNull();
        admin().post("/admin/clients/{id}/secrets", client.id()).then().statusCode(409);
    }

    @Test
    void onlyAdministratorsHaveAccess() {
        String token = Signet.createUser().login().access();

        Signet.bearer(token).get("/admin/clients").then().statusCode(403);
        Signet.bearer(token)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/admin/clients")
                .then()
                .statusCode(403);
        Signet.bearer(token).delete("/admin/clients/x").then().statusCode(403);
        Signet.bearer(token).post("/admin/clients/x/secrets").then().statusCode(403);
    }

    @Test
    void everyChangeIsRecorded() {
        TestClient client = TestClient.register(service());
        patch(client.id(), "{\"client_name\": \"Other\"}").then().statusCode(200);
        admin().post("/admin/clients/{id}/secrets", client.id());
        admin().delete("/admin/clients/{id}", client.id());

        List<String> recorded = admin().get("/admin/events?limit=200")
                .jsonPath()
                .getList("items.findAll { it.subject == '" + client.id() + "' }.type");

        assertThat(recorded)
                .containsExactlyInAnyOrder(
                        "client.created", "client.changed", "client.secret_rotated", "client.deleted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.example/cb",
                "http://127.0.0.1.example/cb",
                "http://127.0.0.2/cb",
                "https://app.example/cb#fragment",
                "https://app.example/cb#",
                "https://user@app.example/cb",
                "https://app.example:0/cb",
                "https:///cb",
                "https:cb",
                "//app.example/cb",
                "/cb",
                "cb",
                "*",
                "",
                "javascript:alert(1)",
                "data:text/html,x",
                "myapp:/cb",
                "com.example.app:/cb#x",
                "https://app.example/ cb",
                "https://äpp.example/cb",
                "https://app.example/cb\\u0000",
                "urn:ietf:wg:oauth:2.0:oob"
            })
    void invalidRedirectUriIsRejected(String uri) {
        TestClient.tryRegister("{\"redirect_uris\": [\"" + uri + "\"]}")
                .then()
                .statusCode(400)
                .body("member", equalTo("redirect_uris"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example",
                "https://app.example:8443/cb?x=y",
                "http://127.0.0.1/cb",
                "http://127.0.0.1:8080/cb",
                "http://[::1]:9000/cb",
                "http://localhost:3000/cb",
                "com.example.app:/oauth/callback"
            })
    void validRedirectUriIsAccepted(String uri) {
        TestClient.tryRegister(Map.of("redirect_uris", List.of(uri))).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "grant_types | \"grant_types\": []",
                "grant_types | \"grant_types\": [\"password\"]",
                "grant_types | \"grant_types\": [\"implicit\"]",
                "grant_types | \"grant_types\": [\"authorization_code\", \"authorization_code\"]",
                "grant_types | \"grant_types\": [null]",
                "grant_types | \"grant_types\": [\"refresh_token\"]",
                "grant_types | \"grant_types\": [\"client_credentials\"], \"token_endpoint_auth_method\": \"none\"",
                "refresh_token_rotation | \"refresh_token_rotation\": false",
                "refresh_token_rotation | \"refresh_token_rotation\": false, \"token_endpoint_auth_method\": \"none\", \"dpop_bound_access_tokens\": true",
                "require_signed_request_object | \"require_signed_request_object\": true",
                "response_types | \"response_types\": [\"token\"]",
                "response_types | \"response_types\": [\"code\", \"id_token\"]",
                "response_types | \"response_types\": []",
                "response_types | \"grant_types\": [\"client_credentials\"], \"response_types\": [\"code\"]",
                "token_endpoint_auth_method | \"token_endpoint_auth_method\": \"client_secret_jwt\"",
                "token_endpoint_auth_signing_alg | \"token_endpoint_auth_signing_alg\": \"HS256\"",
                "scope | \"scope\": \"a  b\"",
                "scope | \"scope\": \" a\"",
                "scope | \"scope\": \"a\\\\b\"",
                "client_name | \"client_name\": \"\"",
                "client_name | \"client_name\": \"a\\u202eb\"",
                "client_name | \"client_name\": \"a\\u0000b\"",
                "roles | \"roles\": [\"Upper Case\"]",
                "audiences | \"audiences\": [\"two words\"]",
                "id_token_signed_response_alg | \"id_token_signed_response_alg\": \"none\"",
                "id_token_signed_response_alg | \"id_token_signed_response_alg\": \"HS256\"",
                "access_token_signed_response_alg | \"access_token_signed_response_alg\": \"Ed25519\"",
                "access_token_ttl | \"access_token_ttl\": 0",
                "access_token_ttl | \"access_token_ttl\": 86400",
                "refresh_token_ttl | \"refresh_token_ttl\": -1",
                "jwks_uri | \"jwks_uri\": \"http://app.example/jwks\"",
                "jwks | \"token_endpoint_auth_method\": \"private_key_jwt\"",
                "jwks | \"token_endpoint_auth_method\": \"private_key_jwt\", \"jwks\": {\"keys\": []}",
                "jwks | \"jwks\": {}",
                "backchannel_logout_uri | \"backchannel_logout_uri\": \"http://app.example/logout\"",
                "logo_uri | \"logo_uri\": \"javascript:alert(1)\"",
                "subject_type | \"subject_type\": \"secret\""
            })
    void invalidMemberIsRejectedByName(String member, String members) {
        assertProblem(
                        TestClient.tryRegister("{\"redirect_uris\": [\"https://app.example/cb\"], " + members + "}"),
                        400,
                        "invalid_client_metadata")
                .body("member", equalTo(member));
    }

    @Test
    void privateKeyIsRejectedAndNotStored() {
        TestClient.tryRegister("{\"redirect_uris\": [\"https://app.example/cb\"],"
                        + " \"token_endpoint_auth_method\": \"private_key_jwt\", " + PRIVATE_JWKS + "}")
                .then()
                .statusCode(400)
                .body("member", equalTo("jwks"));
        TestClient.tryRegister(
                        "{\"redirect_uris\": [\"https://app.example/cb\"], \"jwks_uri\": \"https://app.example/k\", "
                                + PUBLIC_JWKS + "}")
                .then()
                .statusCode(400)
                .body("member", equalTo("jwks"));
    }

    // Anyone can register that host in a private-use scheme.
    @Test
    void hostOfPrivateUseSchemeIsNoSector() {
        for (String uri : List.of("com.example.app://callback", "com.example.app://callback/x", "com.example.app:/x")) {
            TestClient.tryRegister(
                            Map.of("client_name", "app", "subject_type", "pairwise", "redirect_uris", List.of(uri)))
                    .then()
                    .statusCode(400)
                    .body("member", equalTo("subject_type"));
        }
    }

    @Test
    void pairwiseSubjectsNeedOneHost() {
        Map<String, Object> metadata = Map.of(
                "subject_type",
                "pairwise",
                "redirect_uris",
                List.of("https://a.example/cb", "https://a.example/other"));
        TestClient.tryRegister(metadata).then().statusCode(201).body("subject_type", equalTo("pairwise"));
        TestClient.tryRegister(Map.of(
                        "subject_type",
                        "pairwise",
                        "redirect_uris",
                        List.of("https://a.example/cb", "https://b.example/cb")))
                .then()
                .statusCode(400)
                .body("member", equalTo("subject_type"));
    }

    @Test
    void sectorMustContainRedirectUris() throws Exception {
        List<String> uris = List.of("https://a.example/cb", "https://b.example/cb");
        try (ClientServer server = ClientServer.start()) {
            String path = "/" + UUID.randomUUID();
            Map<String, Object> metadata = Map.of(
                    "subject_type", "pairwise", "redirect_uris", uris, "sector_identifier_uri", server.url(path));

            for (String wrong : List.of("[]", "[\"https://a.example/cb\"]", "{}", "text")) {
                server.respondWith(path, 200, wrong);
                TestClient.tryRegister(metadata)
                        .then()
                        .statusCode(400)
                        .body("member", equalTo("sector_identifier_uri"));
            }
            server.respondWith(path, 200, "[\"https://a.example/cb\", \"https://b.example/cb\"]");
            String id = TestClient.tryRegister(metadata)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("client_id");
            patch(id, "{\"redirect_uris\": [\"https://c.example/cb\"]}")
                    .then()
                    .statusCode(400)
                    .body("member", equalTo("sector_identifier_uri"));
            patch(id, "{\"client_name\": \"Notes\"}").then().statusCode(200);
        }
    }

    @Test
    void clientIdWithFormOfAccountIdIsRejected() {
        TestClient.tryRegister(Map.of(
                        "client_id", UUID.randomUUID().toString(), "redirect_uris", List.of("https://a.example/")))
                .then()
                .statusCode(400)
                .body("member", equalTo("client_id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"colour\": \"red\"}",
                "{\"redirect_uris\": \"https://app.example/cb\"}",
                "{\"first_party\": \"yes\"}",
                "{\"jwks\": \"text\"}",
                "{\"client_id\": \"with space\", \"redirect_uris\": [\"https://app.example/cb\"]}",
                "{\"client_id\": \"a/b\", \"redirect_uris\": [\"https://app.example/cb\"]}",
                "{\"client_secret\": \"chosen\", \"redirect_uris\": [\"https://app.example/cb\"]}",
                "{\"client_id_issued_at\": 1, \"redirect_uris\": [\"https://app.example/cb\"]}"
            })
    void invalidClientIsRejected(String body) {
        assertProblem(TestClient.tryRegister(body), 400, "invalid_request");
    }

    private static Map<String, Object> service() {
        return Map.of("grant_types", List.of("client_credentials"), "scope", "notes:read");
    }

    private static List<String> list() {
        List<String> ids = new ArrayList<>();
        String after = "";
        while (after != null) {
            Response page = admin().get("/admin/clients?limit=20" + (after.isEmpty() ? "" : "&after=" + after));
            ids.addAll(page.path("items.client_id"));
            after = page.path("next");
        }
        return ids;
    }

    private static Response read(String id) {
        return admin().get("/admin/clients/{id}", id);
    }

    private static Response patch(String id, String body) {
        return admin().body(body).patch("/admin/clients/{id}", id);
    }

    private static RequestSpecification admin() {
        return Signet.adminRequest();
    }
}
