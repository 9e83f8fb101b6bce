package dev.signet.webhooks.stream;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.installation.TestInstallation;
import dev.signet.support.oauth.TestClient;
import dev.signet.webhooks.SecurityEventToken;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static dev.signet.support.Polling.await;

/** A client with a stream of events. */
record StreamReceiver(TestClient client, String token, String stream) {

    RequestSpecification call() {
        return Signet.bearer(token).contentType(ContentType.JSON);
    }

    Map<String, Object> poll(Map<String, ?> body) {
        return call().body(body)
                .post("/ssf/streams/" + stream + "/events")
                .then()
                .statusCode(200)
                .extract()
                .path("");
    }

    /** Returns the pending events after at least one has arrived. */
    Map<String, String> sets() {
        return await().until(this::setsNow, sets -> !sets.isEmpty());
    }

    Map<String, String> setsNow() {
        return sets(poll(Map.of("returnImmediately", true)));
    }

    static Map<String, String> sets(Map<String, Object> response) {
        Map<String, String> sets = new LinkedHashMap<>();
        ((Map<?, ?>) response.get("sets")).forEach((jti, set) -> sets.put((String) jti, (String) set));
        return sets;
    }

    /** Returns the ids of the events about a user. */
    List<String> about(Map<String, String> sets, TestUser user) {
        return sets.entrySet().stream()
                .filter(set -> user.id()
                        .equals(verified(set.getValue())
                                .claims()
                                .at("/sub_id/sub")
                                .textValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the id of the first event about a user. */
    String jtiAbout(Map<String, String> sets, TestUser user) {
        return about(sets, user).stream().findFirst().orElseThrow();
    }

    /** Returns a security event token after its verification with the published keys. */
    SecurityEventToken verified(String set) {
        return SecurityEventToken.verified(set, client.id());
    }

    /** Requests that events about an account are added to the stream or removed from it. */
    Response changeSubject(String verb, String account) {
        return call().body(Map.of(
                        "stream_id",
                        stream,
                        "subject",
                        Map.of("format", "iss_sub", "iss", TestInstallation.ISSUER, "sub", account)))
                .post("/ssf/subjects/" + verb);
    }
}
