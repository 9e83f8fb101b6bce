package dev.signet.keys.administration;

import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import static dev.signet.support.ErrorResponses.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class KeyAdministrationTest {

    private static final String KEYS = "/admin/keys";
    private static final String ROTATIONS = "/admin/keys/rotations";
    private static final String JWKS = "/.well-known/jwks.json";

    @Test
    @Journey
    void keyListContainsOnlyPublicHalves() {
        List<Map<String, Object>> items =
                admin().get(KEYS).then().statusCode(200).extract().path("items");

        assertThat(items).hasSizeGreaterThanOrEqualTo(2).allSatisfy(key -> {
            assertThat(key).containsKeys("kid", "alg", "state", "created_at", "activates_at", "jwk");
            assertThat(key).doesNotContainKeys("sealed_private_key", "private_key");
            assertThat(((Map<?, ?>) key.get("jwk")).keySet().toString())
                    .doesNotContainPattern("\\b(d|p|q|dp|dq|qi)\\b");
        });
    }

    @Test
    void keyListIsPaginated() {
        String next = admin().queryParam("limit", 1)
                .get(KEYS)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("next");

        admin().queryParam("limit", 1)
                .queryParam("after", next)
                .get(KEYS)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        admin().queryParam("after", "nobody").get(KEYS).then().statusCode(400).body("member", equalTo("after"));
    }

    @Test
    void keyIsReturnedByItsKid() {
        String kid = given().get(JWKS).path("keys[0].kid");

        admin().get(KEYS + "/" + kid).then().statusCode(200).body("kid", equalTo(kid), "jwk.kid", equalTo(kid));
        assertProblem(admin().get(KEYS + "/nobody"), 404, "not_found");
    }

    @Test
    @Journey
    void rotationAnnouncesASuccessor() {
        // Activates the successor that another test may have announced.
        rotate("{\"alg\":\"ES256\",\"immediate\":true}").statusCode(201);

        String kid = rotate("{\"alg\":\"ES256\"}")
                .statusCode(201)
                .body("keys", hasSize(1))
                .body("keys[0].state", equalTo("PRE_ACTIVE"))
                .body("warning", nullValue())
                .extract()
                .path("keys[0].kid");

        given().get(JWKS).then().body("keys.kid", hasItem(kid));
        rotate("{\"alg\":\"ES256\"}").statusCode(200).body("keys[0].kid", equalTo(kid));
    }

    @Test
    @Journey
    void immediateRotationWarnsAboutCaches() {
        String old = activeKid("RS256");

        rotate("{\"alg\":\"RS256\",\"immediate\":true}")
                .statusCode(201)
                .body("keys[0].state", equalTo("ACTIVE"))
                .body("keys[0].kid", not(equalTo(old)))
                .body("warning", containsString("600 seconds"));

        admin().get(KEYS + "/" + old).then().body("state", equalTo("DEACTIVATED"), "destroys_at", notNullValue());
        given().get(JWKS).then().body("keys.kid", hasItem(old));
    }

    @Test
    @Journey
    void compromisedKeyAndItsTokensAreRejectedAtOnce() {
        String token = token();
        String bad = kidOf(token);

        admin().post(KEYS + "/" + bad + "/compromise").then().statusCode(200).body("state", equalTo("COMPROMISED"));

        given().get(JWKS).then().body("keys.kid", not(hasItem(bad)));
        assertProblem(given().auth().oauth2(token).get(KEYS), 401, "invalid_token");
        given().contentType(ContentType.JSON)
                .body(Map.of("token", token))
                .post("/auth/verify")
                .then()
                .statusCode(200)
                .body("active", equalTo(false));
        assertThat(kidOf(token())).isNotEqualTo(bad);
        admin().get("/admin/events")
                .then()
                .statusCode(200)
                .body("items.findAll { it.subject == '" + bad + "' }.type", hasItem("key.compromised"))
                .body(
                        "items.find { it.type == 'key.compromised' && it.subject == '" + bad + "' }.actor",
                        notNullValue());
    }

    @Test
    void unknownAndInvalidRotationMembersAreRejected() {
        rotate("{\"algorithm\":\"ES256\"}").statusCode(400);
        rotate("{\"immediate\":\"yes\"}").statusCode(400);
        rotate("{\"alg\":\"HS256\"}").statusCode(400).body("member", equalTo("alg"));
        rotate("{\"alg\":\"Ed25519\"}").statusCode(400).body("member", equalTo("alg"));
    }

    @Test
    void keyAdministrationRequiresAuthentication() {
        for (String path : List.of(KEYS, KEYS + "/x")) {
            given().get(path).then().statusCode(401);
        }
        given().contentType(ContentType.JSON).body("{}").post(ROTATIONS).then().statusCode(401);
        given().post(KEYS + "/x/compromise").then().statusCode(401);
    }

    private static String activeKid(String algorithm) {
        return admin().get(KEYS).path("items.find { it.alg == '" + algorithm + "' && it.state == 'ACTIVE' }.kid");
    }

    private static ValidatableResponse rotate(String body) {
        return admin().contentType(ContentType.JSON).body(body).post(ROTATIONS).then();
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(token());
    }

    private static String token() {
        return Signet.admin().access();
    }

    private static String kidOf(String token) {
        byte[] header = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
        return JsonPath.from(new String(header, StandardCharsets.UTF_8)).getString("kid");
    }
}
