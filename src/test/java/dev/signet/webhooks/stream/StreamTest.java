package dev.signet.webhooks.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.TestInstallation;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import dev.signet.support.server.ClientServer;
import dev.signet.webhooks.SecurityEventToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import static dev.signet.support.ErrorResponses.assertProblem;
import static dev.signet.support.Polling.await;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

/** Streams of events that clients create themselves (Shared Signals Framework 1.0). */
@QuarkusTest
class StreamTest {

    private static final String DISABLED = "https://schemas.openid.net/secevent/risc/event-type/account-disabled";
    private static final String REVOKED = "https://schemas.openid.net/secevent/caep/event-type/session-revoked";
    private static final String VERIFICATION = "https://schemas.openid.net/secevent/ssf/event-type/verification";
    private static final String POLL = "urn:ietf:rfc:8936";
    private static final String PUSH = "urn:ietf:rfc:8935";

    private final List<Receiver> receivers = new ArrayList<>();

    /** A client with a stream. */
    private record Receiver(TestClient client, String token, String stream) {

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

        private static Map<String, String> sets(Map<String, Object> response) {
            Map<String, String> sets = new LinkedHashMap<>();
            ((Map<?, ?>) response.get("sets")).forEach((jti, set) -> sets.put((String) jti, (String) set));
            return sets;
        }

        SecurityEventToken verified(String set) {
            return SecurityEventToken.verified(set, client.id());
        }
    }

    @AfterEach
    void removeStreams() {
        receivers.forEach(receiver -> receiver.call().delete("/ssf/streams?stream_id=" + receiver.stream()));
    }

    @Test
    void metadataListsSupportedFeatures() {
        Response metadata = given().get("/.well-known/ssf-configuration");

        metadata.then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age"))
                .body("spec_version", equalTo("1_0"))
                .body("issuer", equalTo(TestInstallation.ISSUER))
                .body("delivery_methods_supported", contains(PUSH, POLL))
                .body("authorization_schemes.spec_urn", contains("urn:ietf:rfc:6749"))
                .body("default_subjects", equalTo("ALL"));
        Receiver receiver = polling(REVOKED);
        for (String member : List.of("configuration_endpoint", "status_endpoint")) {
            receiver.call()
                    .get(path(metadata, member) + "?stream_id=" + receiver.stream())
                    .then()
                    .statusCode(200);
        }
        for (String member : List.of("add_subject_endpoint", "remove_subject_endpoint", "verification_endpoint")) {
            receiver.call().body("{}").post(path(metadata, member)).then().statusCode(400);
        }
        given().get(path(metadata, "jwks_uri")).then().statusCode(200);
        given().get("/.well-known/ssf-configuration/another").then().statusCode(404);
    }

    @Test
    @Journey
    void pollReturnsAndAcknowledgesEvents() {
        Receiver receiver = polling(DISABLED);
        TestUser user = disabled();

        Map<String, String> sets = receiver.sets();
        String jti = jtiAbout(receiver, sets, user);
        SecurityEventToken token = receiver.verified(sets.get(jti));

        assertThat(token.jti()).isEqualTo(jti);
        assertThat(token.claims().get("events").size()).isEqualTo(1);
        assertThat(token.event(DISABLED).isObject()).isTrue();
        assertThat(token.claims().at("/sub_id/format").textValue()).isEqualTo("iss_sub");
        assertThat(receiver.setsNow()).as("until it is acknowledged").containsKey(jti);
        receiver.poll(Map.of("maxEvents", 0, "ack", List.of(jti, "unknown." + 1, "x")));
        assertThat(receiver.setsNow()).doesNotContainKey(jti);
    }

    @Test
    void rejectedEventIsNotReturnedAgain() {
        Receiver receiver = polling(DISABLED);
        TestUser user = disabled();
        String jti = jtiAbout(receiver, receiver.sets(), user);

        receiver.poll(Map.of(
                "returnImmediately", true, "setErrs", Map.of(jti, Map.of("err", "invalid_key", "description", "?"))));

        assertThat(receiver.setsNow()).doesNotContainKey(jti);
    }

    @Test
    void pollReturnsAtMostTheRequestedNumber() {
        Receiver receiver = polling(DISABLED);
        disabled();
        disabled();

        Map<String, Object> first = receiver.poll(Map.of("maxEvents", 1, "returnImmediately", true));

        assertThat(Receiver.sets(first)).hasSize(1);
        assertThat(first).containsEntry("moreAvailable", true);
    }

    @Test
    void pollWaitsForAnEvent() throws Exception {
        Receiver receiver = polling(DISABLED);
        // Events of earlier tests are acknowledged first, so that only the new one is returned.
        receiver.poll(
                Map.of("maxEvents", 0, "ack", List.copyOf(receiver.setsNow().keySet())));
        TestUser user = Signet.createUser();
        CompletableFuture<Map<String, Object>> response =
                CompletableFuture.supplyAsync(() -> receiver.poll(Map.of("maxEvents", 5)));

        disable(user);

        Map<String, String> sets = Receiver.sets(response.get(1, TimeUnit.MINUTES));
        assertThat(sets.isEmpty() ? receiver.sets() : sets).hasSize(1);
    }

    @Test
    @Journey
    void pushStreamReceivesPosts() throws Exception {
        try (ClientServer server = ClientServer.start()) {
            String path = "/stream/" + UUID.randomUUID();
            server.respondWith(path, 202, "");
            Receiver receiver = stream(Map.of(
                    "delivery",
                    Map.of("method", PUSH, "endpoint_url", server.url(path)),
                    "events_requested",
                    List.of(DISABLED)));
            disabled();

            SecurityEventToken token = receiver.verified(server.next(path).body());

            assertThat(token.claims().get("aud").textValue())
                    .isEqualTo(receiver.client().id());
            assertThat(token.event(DISABLED).isObject()).isTrue();
            receiver.call()
                    .body(Map.of())
                    .post("/ssf/streams/" + receiver.stream() + "/events")
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void verificationEventContainsTheState() {
        Receiver receiver = polling(REVOKED);
        Map<String, ?> body = Map.of("stream_id", receiver.stream(), "state", "a state");

        receiver.call().body(body).post("/ssf/verification").then().statusCode(204);
        receiver.call()
                .body(body)
                .post("/ssf/verification")
                .then()
                .statusCode(429)
                .header("Retry-After", equalTo("10"));

        SecurityEventToken token = receiver.sets().values().stream()
                .map(receiver::verified)
                .filter(set -> set.claims().get("events").has(VERIFICATION))
                .findFirst()
                .orElseThrow();
        assertThat(token.event(VERIFICATION).get("state").textValue()).isEqualTo("a state");
        JsonNode subject = token.claims().get("sub_id");
        assertThat(subject.get("format").textValue()).isEqualTo("opaque");
        assertThat(subject.get("id").textValue()).isEqualTo(receiver.stream());
    }

    @Test
    void pausedStreamStoresEventsAndDisabledDoesNot() {
        Receiver receiver = polling(DISABLED);
        setStatus(receiver, "paused", "a pause");
        receiver.call()
                .get("/ssf/status?stream_id=" + receiver.stream())
                .then()
                .statusCode(200)
                .body("status", equalTo("paused"))
                .body("reason", equalTo("a pause"));
        TestUser disabledDuringPause = disabled();
        assertThat(receiver.setsNow()).isEmpty();

        setStatus(receiver, "enabled", null);
        assertThat(jtiAbout(receiver, receiver.sets(), disabledDuringPause)).isNotNull();

        setStatus(receiver, "disabled", null);
        disabled();
        setStatus(receiver, "enabled", null);
        assertThat(receiver.setsNow()).isEmpty();
        receiver.call()
                .body(Map.of("stream_id", receiver.stream(), "status", "asleep"))
                .post("/ssf/status")
                .then()
                .statusCode(400)
                .body("member", equalTo("status"));
    }

    @Test
    void removedSubjectIsExcludedUntilAdded() {
        Receiver receiver = polling(DISABLED);
        TestUser user = Signet.createUser();

        subject(receiver, "remove", user.id()).then().statusCode(204);
        disable(user);
        TestUser other = disabled();
        Map<String, String> sets = receiver.sets();
        assertThat(about(receiver, sets, user)).isEmpty();
        assertThat(about(receiver, sets, other)).hasSize(1);

        subject(receiver, "add", user.id()).then().statusCode(200);
        Signet.adminRequest().body(Map.of("enabled", true)).patch("/admin/accounts/" + user.id());
        disable(user);
        assertThat(about(receiver, receiver.setsNow(), user)).hasSize(1);

        subject(receiver, "remove", "nobody").then().statusCode(400).body("member", equalTo("subject"));
        receiver.call()
                .body(Map.of(
                        "stream_id",
                        receiver.stream(),
                        "subject",
                        Map.of("format", "phone_number", "phone_number", "+1")))
                .post("/ssf/subjects/remove")
                .then()
                .statusCode(400);
    }

    @Test
    @Journey
    void streamIsReadChangedReplacedAndDeleted() {
        Receiver receiver = polling(DISABLED, "urn:example:unknown");
        String query = "/ssf/streams?stream_id=" + receiver.stream();
        Response read = receiver.call().get(query);
        read.then()
                .statusCode(200)
                .body("iss", equalTo(TestInstallation.ISSUER))
                .body("aud", equalTo(receiver.client().id()))
                .body("events_supported", hasItem(REVOKED))
                .body("events_requested", contains(DISABLED, "urn:example:unknown"))
                .body("events_delivered", contains(DISABLED))
                .body("delivery.method", equalTo(POLL))
                .body(
                        "delivery.endpoint_url",
                        equalTo(TestInstallation.ISSUER + "/ssf/streams/" + receiver.stream() + "/events"));
        receiver.call().get("/ssf/streams").then().statusCode(200).body("stream_id", contains(receiver.stream()));

        receiver.call()
                .body(Map.of("stream_id", receiver.stream(), "description", "for the shop"))
                .patch("/ssf/streams")
                .then()
                .statusCode(200)
                .body("description", equalTo("for the shop"))
                .body("events_delivered", contains(DISABLED));
        Map<String, Object> replacement = new LinkedHashMap<>(read.<Map<String, Object>>path(""));
        replacement.put("events_requested", List.of(REVOKED));
        receiver.call()
                .body(replacement)
                .put("/ssf/streams")
                .then()
                .statusCode(200)
                .body("description", nullValue())
                .body("events_delivered", contains(REVOKED));

        receiver.call().delete(query).then().statusCode(204);
        receiver.call().get(query).then().statusCode(404);
        receiver.call().delete(query).then().statusCode(404);
        receiver.call().get("/ssf/streams").then().statusCode(200).body("size()", equalTo(0));
    }

    @Test
    void readOnlyMembersMustMatch() {
        Receiver receiver = polling(DISABLED);
        for (Map.Entry<String, Object> wrong : Map.<String, Object>of(
                        "iss",
                        "https://another.example",
                        "aud",
                        "another",
                        "events_delivered",
                        List.of(REVOKED),
                        "min_verification_interval",
                        1,
                        "delivery",
                        Map.of("method", POLL, "endpoint_url", "https://another.example/"))
                .entrySet()) {
            receiver.call()
                    .body(Map.of("stream_id", receiver.stream(), wrong.getKey(), wrong.getValue()))
                    .patch("/ssf/streams")
                    .then()
                    .statusCode(400)
                    .body("member", equalTo(wrong.getKey()));
        }
    }

    @Test
    void invalidStreamIsRejected() {
        TestClient client = OAuth.machine("ssf.manage");
        String token = token(client, "ssf.manage");
        for (Map<String, ?> delivery : List.of(
                Map.of("method", "urn:ietf:rfc:1149"),
                Map.of("method", PUSH),
                Map.of("method", PUSH, "endpoint_url", "https://10.0.0.1/events"),
                Map.of("method", PUSH, "endpoint_url", "http://events.example.com/"),
                Map.of("method", POLL, "authorization_header", "Bearer x"),
                Map.of("method", PUSH, "endpoint_url", "https://a.example.com/", "authorization_header", ""),
                Map.of("method", PUSH, "endpoint_url", "https://a.example.com/", "authorization_header", " Bearer x"),
                Map.of(
                        "method",
                        PUSH,
                        "endpoint_url",
                        "https://a.example.com/",
                        "authorization_header",
                        "a\r\nHost: b"),
                Map.of("method", PUSH, "endpoint_url", "https://a.example.com/", "authorization_header", "é"))) {
            create(token, Map.of("delivery", delivery)).then().statusCode(400).body("member", equalTo("delivery"));
        }
        create(token, Map.of("stream_id", "chosen")).then().statusCode(400);
        create(token, Map.of("events_requested", "all")).then().statusCode(400);
        create(token, Map.of("unknown", 1)).then().statusCode(400);
    }

    @Test
    void streamOfAnotherClientIsNotFound() {
        Receiver one = polling(DISABLED);
        Receiver other = polling(DISABLED);
        String query = "?stream_id=" + one.stream();
        Map<String, String> id = Map.of("stream_id", one.stream());

        other.call().get("/ssf/streams" + query).then().statusCode(404);
        other.call().delete("/ssf/streams" + query).then().statusCode(404);
        other.call().body(id).patch("/ssf/streams").then().statusCode(404);
        other.call().body(id).put("/ssf/streams").then().statusCode(404);
        other.call().get("/ssf/status" + query).then().statusCode(404);
        other.call()
                .body(Map.of("stream_id", one.stream(), "status", "disabled"))
                .post("/ssf/status")
                .then()
                .statusCode(404);
        other.call().body(id).post("/ssf/verification").then().statusCode(404);
        subject(
                        new Receiver(other.client(), other.token(), one.stream()),
                        "remove",
                        UUID.randomUUID().toString())
                .then()
                .statusCode(404);
        other.call()
                .body(Map.of("returnImmediately", true))
                .post("/ssf/streams/" + one.stream() + "/events")
                .then()
                .statusCode(404);
        other.call().get("/ssf/streams?stream_id=x").then().statusCode(404);
        // It is neither listed nor counted as a webhook.
        Signet.adminRequest().get("/admin/webhooks/" + one.stream()).then().statusCode(404);
    }

    @Test
    void acknowledgementAffectsOnlyItsStream() {
        Receiver one = polling(DISABLED);
        Receiver other = polling(DISABLED);
        TestUser user = disabled();
        String jti = jtiAbout(one, one.sets(), user);

        other.poll(Map.of("maxEvents", 0, "ack", List.of(jti)));

        assertThat(one.setsNow()).containsKey(jti);
    }

    @Test
    void clientTokenWithScopeIsRequired() {
        given().get("/ssf/streams").then().statusCode(401);
        Signet.bearer(Signet.admin().access()).get("/ssf/streams").then().statusCode(403);
        TestClient reader = OAuth.machine("ssf.read api");
        String readToken = token(reader, "ssf.read");
        Signet.bearer(readToken).get("/ssf/streams").then().statusCode(200);
        create(readToken, Map.of())
                .then()
                .statusCode(403)
                .header("WWW-Authenticate", containsString("scope=\"ssf.manage\""));
        assertProblem(Signet.bearer(token(reader, "api")).get("/ssf/streams"), 403, "insufficient_scope");
    }

    @Test
    void deletingAClientDeletesItsStreams() throws Exception {
        try (ClientServer server = ClientServer.start()) {
            String path = "/stream/" + UUID.randomUUID();
            server.respondWith(path, 202, "");
            Receiver receiver = stream(Map.of(
                    "delivery",
                    Map.of("method", PUSH, "endpoint_url", server.url(path)),
                    "events_requested",
                    List.of(DISABLED)));
            Signet.adminRequest()
                    .delete("/admin/clients/" + receiver.client().id())
                    .then()
                    .statusCode(204);
            disabled();

            receiver.call().get("/ssf/streams").then().statusCode(401);
            assertThat(server.receivesNothingFor(3)).isTrue();
        }
    }

    @Test
    void malformedPollIsAClientError() {
        Receiver receiver = polling(DISABLED);
        for (String body : List.of(
                "[]",
                "{",
                "{\"maxEvents\":-1}",
                "{\"maxEvents\":\"1\"}",
                "{\"ack\":{}}",
                "{\"ack\":[1]}",
                "{\"x\":1}",
                "{\"returnImmediately\":1}",
                "{\"setErrs\":[]}",
                "{\"maxEvents\":1,\"maxEvents\":2}")) {
            receiver.call()
                    .body(body)
                    .post("/ssf/streams/" + receiver.stream() + "/events")
                    .then()
                    .statusCode(400);
        }
    }

    private Receiver polling(String... events) {
        return stream(Map.of("delivery", Map.of("method", POLL), "events_requested", List.of(events)));
    }

    private Receiver stream(Map<String, ?> body) {
        TestClient client = OAuth.machine("ssf.manage");
        String token = token(client, "ssf.manage");
        String id = create(token, body).then().statusCode(201).extract().path("stream_id");
        Receiver receiver = new Receiver(client, token, id);
        receivers.add(receiver);
        return receiver;
    }

    private static Response create(String token, Map<String, ?> body) {
        return Signet.bearer(token).contentType(ContentType.JSON).body(body).post("/ssf/streams");
    }

    private static String token(TestClient client, String scope) {
        return tokenRequest(client).clientCredentials().scope(scope).accessToken();
    }

    private static String path(Response metadata, String member) {
        String url = metadata.path(member);
        assertThat(url).startsWith(TestInstallation.ISSUER);
        return url.substring(TestInstallation.ISSUER.length());
    }

    private static TestUser disabled() {
        TestUser user = Signet.createUser();
        disable(user);
        return user;
    }

    private static void disable(TestUser user) {
        Signet.adminRequest()
                .body(Map.of("enabled", false))
                .patch("/admin/accounts/" + user.id())
                .then()
                .statusCode(200);
    }

    private static void setStatus(Receiver receiver, String status, String reason) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("stream_id", receiver.stream(), "status", status));
        if (reason != null) {
            body.put("reason", reason);
        }
        receiver.call().body(body).post("/ssf/status").then().statusCode(200).body("status", equalTo(status));
    }

    private static Response subject(Receiver receiver, String verb, String account) {
        return receiver.call()
                .body(Map.of(
                        "stream_id",
                        receiver.stream(),
                        "subject",
                        Map.of("format", "iss_sub", "iss", TestInstallation.ISSUER, "sub", account)))
                .post("/ssf/subjects/" + verb);
    }

    private static String jtiAbout(Receiver receiver, Map<String, String> sets, TestUser user) {
        return about(receiver, sets, user).stream().findFirst().orElseThrow();
    }

    private static List<String> about(Receiver receiver, Map<String, String> sets, TestUser user) {
        return sets.entrySet().stream()
                .filter(set -> user.id()
                        .equals(receiver.verified(set.getValue())
                                .claims()
                                .at("/sub_id/sub")
                                .textValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
