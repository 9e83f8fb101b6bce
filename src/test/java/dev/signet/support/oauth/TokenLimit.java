package dev.signet.support.oauth;

import dev.signet.support.accounts.Signet;
import io.restassured.response.Response;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/** Maximum length of issued tokens. */
public final class TokenLimit {

    public static final int LIMIT = 12_288;

    private TokenLimit() {}

    /** Asserts that a token request was rejected for the length of this kind of token. */
    public static void requireTooLarge(Response response, String token) {
        response.then()
                .statusCode(400)
                .body("error", equalTo("token_too_large"))
                .body("error_description", containsString(token))
                .body("error_description", containsString("the limit is " + LIMIT));
    }

    /** Sets the mapped claims of a client; null removes them. */
    public static void setClaims(TestClient client, Map<String, ?> claims) {
        Map<String, Object> change = new HashMap<>();
        change.put("claims", claims);
        Signet.adminRequest()
                .body(change)
                .patch("/admin/clients/" + client.id())
                .then()
                .statusCode(200);
    }

    /** Returns mapped claims of about that many bytes. */
    public static Map<String, ?> claims(String place, int bytes) {
        int each = 500;
        Map<String, Object> claims = new TreeMap<>();
        for (int left = bytes, i = 10; left > 0; left -= 10 * each, i++) {
            int values = Math.min(10, Math.max(1, left / (each + 3)));
            claims.put(
                    "c" + i,
                    Map.of(
                            "value",
                            IntStream.range(0, values)
                                    .mapToObj(v -> "v".repeat(each))
                                    .toList(),
                            "in",
                            List.of(place)));
        }
        return claims;
    }

    /** Asserts that the rejection was recorded for this account or client. */
    public static void requireRecorded(String member, String id) {
        Signet.adminRequest()
                .get("/admin/events?limit=200&type=token.too_large")
                .then()
                .statusCode(200)
                .body("items." + member, hasItem(id));
    }
}
