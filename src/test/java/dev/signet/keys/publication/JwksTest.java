package dev.signet.keys.publication;

import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
class JwksTest {

    private static final String JWKS = "/.well-known/jwks.json";
    private static final Set<String> PUBLIC_MEMBERS = Set.of("kty", "kid", "use", "alg", "n", "e", "crv", "x", "y");

    @Test
    @Journey
    void everyConfiguredAlgorithmHasAKey() {
        given().get(JWKS)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("keys.alg", hasItems("RS256", "ES256"));
    }

    @Test
    @Journey
    void onlyPublicMembersArePublished() {
        List<Map<String, Object>> keys = given().get(JWKS).jsonPath().getList("keys");

        assertThat(keys).isNotEmpty().allSatisfy(key -> {
            assertThat(PUBLIC_MEMBERS).containsAll(key.keySet());
            assertThat(key).containsEntry("use", "sig").containsKey("kid");
        });
    }

    @Test
    void cacheControlFollowsTheKeySchedule() {
        given().get(JWKS)
                .then()
                .header("Cache-Control", "public, max-age=600, stale-if-error=85765")
                .header("ETag", startsWith("\""));
    }

    @Test
    @Journey
    void matchingEntityTagReturns304() {
        String etag = given().get(JWKS).header("ETag");

        for (String known : List.of(etag, "W/" + etag, "\"other\", " + etag, "*")) {
            given().header("If-None-Match", known)
                    .get(JWKS)
                    .then()
                    .statusCode(304)
                    .header("ETag", equalTo(etag))
                    .header("Cache-Control", startsWith("public, max-age=600"))
                    .body(is(blankOrNullString()));
        }
        given().header("If-None-Match", "\"other\"").get(JWKS).then().statusCode(200);
    }

    @Test
    void headReturnsTheHeadersOfGetWithoutBody() {
        Response get = given().get(JWKS);

        given().head(JWKS)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Content-Length", Integer.toString(get.asByteArray().length))
                .header("ETag", get.header("ETag"))
                .body(is(blankOrNullString()));
    }

    @Test
    void otherMethodsAreNotAllowed() {
        given().post(JWKS)
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD")
                .contentType("application/problem+json")
                .body("code", equalTo("method_not_allowed"));
    }

    @Test
    void everyOriginCanReadTheKeySet() {
        given().header("Origin", "https://app.example")
                .get(JWKS)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void invalidCredentialsAreIgnoredForTheKeySet() {
        given().header("Authorization", "Bearer not.a.token")
                .get(JWKS)
                .then()
                .statusCode(200)
                .header("WWW-Authenticate", is(not(equalTo("Bearer"))));
    }
}
