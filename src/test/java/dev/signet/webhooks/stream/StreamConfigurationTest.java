package dev.signet.webhooks.stream;

import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.TestInstallation;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import dev.signet.support.server.ClientServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.signet.support.ErrorResponses.assertProblem;
import static dev.signet.webhooks.stream.CreatedStreams.DISABLED;
import static dev.signet.webhooks.stream.CreatedStreams.POLL;
import static dev.signet.webhooks.stream.CreatedStreams.PUSH;
import static dev.signet.webhooks.stream.CreatedStreams.REVOKED;
import static dev.signet.webhooks.stream.CreatedStreams.disabledUser;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

/** Streams as their clients create, read, change and delete them (Shared Signals Framework 1.0 §8.1). */
@QuarkusTest
class StreamConfigurationTest {

    private final CreatedStreams streams = new CreatedStreams();

    @AfterEach
    void removeStreams() {
        streams.removeAll();
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
        StreamReceiver receiver = streams.polling(REVOKED);
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
    void streamIsReadChangedReplacedAndDeleted() {
        StreamReceiver receiver = streams.polling(DISABLED, "urn:example:unknown");
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
        StreamReceiver receiver = streams.polling(DISABLED);
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
        String token = CreatedStreams.token(client, "ssf.manage");
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
            CreatedStreams.tryCreate(token, Map.of("delivery", delivery))
                    .then()
                    .statusCode(400)
                    .body("member", equalTo("delivery"));
        }
        CreatedStreams.tryCreate(token, Map.of("stream_id", "chosen")).then().statusCode(400);
        CreatedStreams.tryCreate(token, Map.of("events_requested", "all"))
                .then()
                .statusCode(400);
        CreatedStreams.tryCreate(token, Map.of("unknown", 1)).then().statusCode(400);
    }

    @Test
    void streamOfAnotherClientIsNotFound() {
        StreamReceiver one = streams.polling(DISABLED);
        StreamReceiver other = streams.polling(DISABLED);
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
        new StreamReceiver(other.client(), other.token(), one.stream())
                .changeSubject("remove", UUID.randomUUID().toString())
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
    void clientTokenWithScopeIsRequired() {
        given().get("/ssf/streams").then().statusCode(401);
        Signet.bearer(Signet.admin().access()).get("/ssf/streams").then().statusCode(403);
        TestClient reader = OAuth.machine("ssf.read api");
        String readToken = CreatedStreams.token(reader, "ssf.read");
        Signet.bearer(readToken).get("/ssf/streams").then().statusCode(200);
        CreatedStreams.tryCreate(readToken, Map.of())
                .then()
                .statusCode(403)
                .header("WWW-Authenticate", containsString("scope=\"ssf.manage\""));
        assertProblem(
                Signet.bearer(CreatedStreams.token(reader, "api")).get("/ssf/streams"), 403, "insufficient_scope");
    }

    @Test
    void deletingAClientDeletesItsStreams() throws Exception {
        try (ClientServer server = ClientServer.start()) {
            String path = "/stream/" + UUID.randomUUID();
            server.respondWith(path, 202, "");
            StreamReceiver receiver = streams.pushing(server.url(path), DISABLED);
            Signet.adminRequest()
                    .delete("/admin/clients/" + receiver.client().id())
                    .then()
                    .statusCode(204);
            disabledUser();

            receiver.call().get("/ssf/streams").then().statusCode(401);
            assertThat(server.receivesNothingFor(3)).isTrue();
        }
    }

    private static String path(Response metadata, String member) {
        String url = metadata.path(member);
        assertThat(url).startsWith(TestInstallation.ISSUER);
        return url.substring(TestInstallation.ISSUER.length());
    }
}
