package dev.signet.webhooks.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.installation.Journey;
import dev.signet.support.server.ClientServer;
import dev.signet.webhooks.SecurityEventToken;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import static dev.signet.webhooks.stream.CreatedStreams.DISABLED;
import static dev.signet.webhooks.stream.CreatedStreams.REVOKED;
import static dev.signet.webhooks.stream.CreatedStreams.disabledUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** The events that a stream contains, by its status and its subjects (Shared Signals Framework 1.0). */
@QuarkusTest
class StreamEventsTest {

    private final CreatedStreams streams = new CreatedStreams();

    @AfterEach
    void removeStreams() {
        streams.removeAll();
    }

    private static final String VERIFICATION = "https://schemas.openid.net/secevent/ssf/event-type/verification";

    @Test
    @Journey
    void pushStreamReceivesPosts() throws Exception {
        try (ClientServer server = ClientServer.start()) {
            String path = "/stream/" + UUID.randomUUID();
            server.respondWith(path, 202, "");
            StreamReceiver receiver = streams.pushing(server.url(path), DISABLED);
            disabledUser();

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
        StreamReceiver receiver = streams.polling(REVOKED);
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
    void pausedStreamStoresEventsAndDisabledStreamDoesNot() {
        StreamReceiver receiver = streams.polling(DISABLED);
        setStatus(receiver, "paused", "a pause");
        receiver.call()
                .get("/ssf/status?stream_id=" + receiver.stream())
                .then()
                .statusCode(200)
                .body("status", equalTo("paused"))
                .body("reason", equalTo("a pause"));
        TestUser disabledDuringPause = disabledUser();
        assertThat(receiver.setsNow()).isEmpty();

        setStatus(receiver, "enabled", null);
        assertThat(receiver.jtiAbout(receiver.sets(), disabledDuringPause)).isNotNull();

        setStatus(receiver, "disabled", null);
        disabledUser();
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
        StreamReceiver receiver = streams.polling(DISABLED);
        TestUser user = Signet.createUser();

        receiver.changeSubject("remove", user.id()).then().statusCode(204);
        Signet.setEnabled(user.id(), false);
        TestUser other = disabledUser();
        Map<String, String> sets = receiver.sets();
        assertThat(receiver.about(sets, user)).isEmpty();
        assertThat(receiver.about(sets, other)).hasSize(1);

        receiver.changeSubject("add", user.id()).then().statusCode(200);
        Signet.setEnabled(user.id(), true);
        Signet.setEnabled(user.id(), false);
        assertThat(receiver.about(receiver.setsNow(), user)).hasSize(1);

        receiver.changeSubject("remove", "nobody").then().statusCode(400).body("member", equalTo("subject"));
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

    private static void setStatus(StreamReceiver receiver, String status, String reason) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("stream_id", receiver.stream(), "status", status));
        if (reason != null) {
            body.put("reason", reason);
        }
        receiver.call().body(body).post("/ssf/status").then().statusCode(200).body("status", equalTo(status));
    }
}
