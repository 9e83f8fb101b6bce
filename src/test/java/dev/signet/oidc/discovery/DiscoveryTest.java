package dev.signet.oidc.discovery;

import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

/** Discovery documents. */
@QuarkusTest
class DiscoveryTest {

    private static final String OPENID = "/.well-known/openid-configuration";
    private static final String OAUTH = "/.well-known/oauth-authorization-server";
    private static final String RESOURCE = "/.well-known/oauth-protected-resource";

    @Test
    @Journey
    void discoveryIssuerEqualsTokenIssuer() {
        String issuer = new JsonPath(payload(Signet.admin().access())).getString("iss");

        given().get(OPENID)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("issuer", equalTo(issuer))
                .body("jwks_uri", equalTo(issuer + "/.well-known/jwks.json"));
    }

    @Test
    void oauthMetadataEqualsOpenIdMetadata() {
        assertThat(given().get(OAUTH).asString()).isEqualTo(given().get(OPENID).asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {OPENID, OAUTH, RESOURCE})
    void discoveryDocumentsAreServedAsJson(String path) {
        given().accept("application/json").get(path).then().statusCode(200);
    }

    @Test
    @Journey
    void everyPublishedEndpointExists() {
        Map<String, Object> metadata = given().get(OPENID).jsonPath().getMap("$");
        String issuer = (String) metadata.get("issuer");

        Map<String, Integer> statuses = new TreeMap<>();
        metadata.forEach((member, value) -> {
            if (member.endsWith("_endpoint") || member.equals("jwks_uri")) {
                assertThat((String) value).as(member).startsWith(issuer + "/");
                String path = ((String) value).substring(issuer.length());
                statuses.put(member, given().redirects().follow(false).get(path).statusCode());
            }
        });

        // 405 is the response of an endpoint that accepts only POST.
        assertThat(statuses)
                .isEqualTo(Map.ofEntries(
                        Map.entry("authorization_endpoint", 400),
                        Map.entry("device_authorization_endpoint", 405),
                        Map.entry("end_session_endpoint", 200),
                        Map.entry("global_token_revocation_endpoint", 405),
                        Map.entry("introspection_endpoint", 405),
                        Map.entry("jwks_uri", 200),
                        Map.entry("pushed_authorization_request_endpoint", 405),
                        Map.entry("registration_endpoint", 405),
                        Map.entry("revocation_endpoint", 405),
                        Map.entry("token_endpoint", 405),
                        Map.entry("userinfo_endpoint", 401)));
    }

    @Test
    @Journey
    void onlySupportedFeaturesArePublished() {
        JsonPath metadata = given().get(OPENID).jsonPath();

        assertThat(metadata.getBoolean("request_uri_parameter_supported")).isFalse();
        assertThat(metadata.<String>getList("id_token_signing_alg_values_supported"))
                .contains("RS256")
                .doesNotContain("none", "HS256");
        assertThat(metadata.<String>getList("scopes_supported"))
                .containsExactlyInAnyOrder("openid", "profile", "email", "groups", "offline_access");
    }

    @ParameterizedTest
    @ValueSource(strings = {OPENID, OAUTH, RESOURCE})
    void discoveryDocumentIsCacheable(String path) {
        Response first = given().get(path);

        first.then().statusCode(200).header("Cache-Control", startsWith("public, max-age="));
        given().header("If-None-Match", first.header("ETag"))
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(first.header("ETag")))
                .body(emptyString());
        given().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
        given().head(path).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {OPENID, OAUTH, RESOURCE})
    void everyOriginMayReadDiscoveryDocuments(String path) {
        given().header("Origin", "https://app.example")
                .get(path)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo("*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {OPENID + "/other", OAUTH + "/other", RESOURCE + "/auth/me"})
    void metadataOfOtherIssuersIsNotFound(String path) {
        given().get(path).then().statusCode(404);
    }

    @Test
    void protectedResourceNamesItsAuthorizationServer() {
        String issuer = given().get(OPENID).path("issuer");

        given().get(RESOURCE)
                .then()
                .statusCode(200)
                .body("resource", equalTo(issuer))
                .body("authorization_servers", equalTo(List.of(issuer)))
                .body("bearer_methods_supported", equalTo(List.of("header")));
    }

    @Test
    void unauthorizedResponseNamesResourceMetadata() {
        String issuer = given().get(OPENID).path("issuer");
        String hint = "resource_metadata=\"" + issuer + RESOURCE + "\"";

        assertThat(given().get("/auth/me").header("WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"signet\", " + hint + ", DPoP algs=\"RS256 ES256 Ed25519\", " + hint);
        assertThat(Signet.me("garbage").header("WWW-Authenticate"))
                .contains("error=\"invalid_token\"")
                .endsWith(hint);
        assertThat(given().auth()
                        .preemptive()
                        .basic("nobody", "wrong")
                        .post("/auth/login")
                        .header("WWW-Authenticate"))
                .startsWith("Basic ")
                .doesNotContain("resource_metadata");
    }

    private static String payload(String token) {
        return new String(java.util.Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
