package dev.signet.webhooks.stream;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.installation.Journey;
import dev.signet.webhooks.SecurityEventToken;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import static dev.signet.webhooks.stream.CreatedStreams.DISABLED;
import static dev.signet.webhooks.stream.CreatedStreams.disabledUser;
import static org.assertj.core.api.Assertions.assertThat;

/** Poll delivery of the events of a stream (RFC 8936). */
@QuarkusTest
class StreamPollTest {

    private final CreatedStreams streams = new CreatedStreams();

    @AfterEach
    void removeStreams() {
        streams.removeAll();
    }

    @Test
    @Journey
    void pollReturnsAndAcknowledgesEvents() {
        StreamReceiver receiver = streams.polling(DISABLED);
        TestUser user = disabledUser();

        Map<String, String> sets = receiver.sets();
        String jti = receiver.jtiAbout(sets, user);
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
        StreamReceiver receiver = streams.polling(DISABLED);
        TestUser user = disabledUser();
        String jti = receiver.jtiAbout(receiver.sets(), user);

        receiver.poll(Map.of(
                "returnImmediately", true, "setErrs", Map.of(jti, Map.of("err", "invalid_key", "description", "?"))));

        assertThat(receiver.setsNow()).doesNotContainKey(jti);
    }

    @Test
    void pollReturnsAtMostTheRequestedNumber() {
        StreamReceiver receiver = streams.polling(DISABLED);
        disabledUser();
        disabledUser();

        Map<String, Object> first = receiver.poll(Map.of("maxEvents", 1, "returnImmediately", true));

        assertThat(StreamReceiver.sets(first)).hasSize(1);
        assertThat(first).containsEntry("moreAvailable", true);
    }

    @Test
    void pollWaitsForAnEvent() throws Exception {
        StreamReceiver receiver = streams.polling(DISABLED);
        // Events of earlier tests are acknowledged first, so that only the new one is returned.
        receiver.poll(
                Map.of("maxEvents", 0, "ack", List.copyOf(receiver.setsNow().keySet())));
        TestUser user = Signet.createUser();
        CompletableFuture<Map<String, Object>> response =
                CompletableFuture.supplyAsync(() -> receiver.poll(Map.of("maxEvents", 5)));

        Signet.setEnabled(user.id(), false);

        Map<String, String> sets = StreamReceiver.sets(response.get(1, TimeUnit.MINUTES));
        assertThat(sets.isEmpty() ? receiver.sets() : sets).hasSize(1);
    }

    @Test
    void acknowledgementAffectsOnlyItsStream() {
        StreamReceiver one = streams.polling(DISABLED);
        StreamReceiver other = streams.polling(DISABLED);
        TestUser user = disabledUser();
        String jti = one.jtiAbout(one.sets(), user);

        other.poll(Map.of("maxEvents", 0, "ack", List.of(jti)));

        assertThat(one.setsNow()).containsKey(jti);
    }

    @Test
    void malformedPollIsAClientError() {
        StreamReceiver receiver = streams.polling(DISABLED);
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
}
