package dev.signet.keys.history;

import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import dev.signet.support.oauth.OAuth;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class KeyHistoryTest {

    private static final String HISTORY = "/admin/keys/history";

    @Test
    @Journey
    void everyKeyStateIsRecordedInAValidChain() throws Exception {
        String kid = rotateAtOnce();
        String successor = rotateAtOnce();
        Signet.bearer(Signet.admin().access())
                .post("/admin/keys/" + kid + "/compromise")
                .then()
                .statusCode(200);

        List<Map<String, Object>> history = RecomputedHistory.read(200);

        assertThat(RecomputedHistory.firstInvalidEntry(history)).isZero();
        // Another test may have announced it first.
        assertThat(statesOf(history, kid)).endsWith("ACTIVE", "DEACTIVATED", "COMPROMISED");
        assertThat(statesOf(history, successor)).contains("ACTIVE");
        assertThat(history)
                .allSatisfy(entry -> assertThat(Instant.parse((String) entry.get("at")))
                        .isBefore(Instant.now().plusSeconds(60)));
    }

    @Test
    void historyShowsTheSigningKeyOfAnOldToken() throws Exception {
        String token = Signet.createUser().login().access();
        String kid = OAuth.header(token).get("kid").asText();
        long issuedAt = OAuth.claims(token).get("iat").asLong();

        List<Map<String, Object>> states = RecomputedHistory.read(200).stream()
                .filter(entry -> entry.get("kid").equals(kid))
                .toList();

        assertThat(states)
                .filteredOn(entry -> entry.get("state").equals("ACTIVE"))
                .singleElement()
                .satisfies(entry -> assertThat(
                                Instant.parse((String) entry.get("at")).getEpochSecond())
                        .isLessThanOrEqualTo(issuedAt));
    }

    @Test
    void keyHistoryIsPaginated() throws Exception {
        rotateAtOnce();

        List<Map<String, Object>> history = RecomputedHistory.read(1);

        assertThat(history).hasSizeGreaterThan(2);
        assertThat(RecomputedHistory.firstInvalidEntry(history)).isZero();
        Signet.bearer(Signet.admin().access())
                .queryParam("after", "x")
                .get(HISTORY)
                .then()
                .statusCode(400)
                .body("member", equalTo("after"));
    }

    @Test
    void changedRemovedOrInsertedEntriesAreDetected() throws Exception {
        rotateAtOnce();
        List<Map<String, Object>> history = RecomputedHistory.read(200);

        for (int index = 0; index < 3; index++) {
            for (Map.Entry<String, Object> change : Map.<String, Object>of(
                            "at", "2020-01-01T00:00:00Z",
                            "state", "DESTROYED",
                            "alg", "RS512",
                            "kid", "x".repeat(43),
                            "found", "maybe",
                            "jwk", otherKey())
                    .entrySet()) {
                List<Map<String, Object>> changed = new ArrayList<>(history);
                Map<String, Object> entry = new HashMap<>(changed.get(index));
                entry.put(change.getKey(), change.getValue());
                changed.set(index, entry);
                assertThat(RecomputedHistory.firstInvalidEntry(changed))
                        .as(change.getKey())
                        .isEqualTo(index + 1);
            }
        }
        List<Map<String, Object>> shorter = new ArrayList<>(history);
        shorter.remove(1);
        assertThat(RecomputedHistory.firstInvalidEntry(shorter)).isEqualTo(2);
        List<Map<String, Object>> longer = new ArrayList<>(history);
        longer.add(1, longer.get(1));
        assertThat(RecomputedHistory.firstInvalidEntry(longer)).isEqualTo(3);
    }

    @Test
    void keyHistoryRequiresTheAdminRole() {
        given().get(HISTORY).then().statusCode(401);
        Signet.bearer(Signet.createUser().login().access()).get(HISTORY).then().statusCode(403);
    }

    private static Map<String, Object> otherKey() {
        return Map.of(
                "kty", "EC",
                "crv", "P-256",
                "x", "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
                "y", "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM");
    }

    private static List<Object> statesOf(List<Map<String, Object>> history, String kid) {
        return history.stream()
                .filter(entry -> entry.get("kid").equals(kid))
                .map(entry -> entry.get("state"))
                .toList();
    }

    private static String rotateAtOnce() {
        return Signet.bearer(Signet.admin().access())
                .contentType(ContentType.JSON)
                .body(Map.of("alg", "ES256", "immediate", true))
                .post("/admin/keys/rotations")
                .then()
                .statusCode(201)
                .extract()
                .path("keys[0].kid");
    }
}
