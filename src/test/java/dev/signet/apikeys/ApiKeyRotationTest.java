package dev.signet.apikeys;

import dev.signet.support.ConcurrentCalls;
import dev.signet.support.accounts.ApiKey;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import static dev.signet.support.ErrorResponses.assertProblem;
import static dev.signet.support.Polling.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Rotation of API keys, with and without overlap. */
@QuarkusTest
class ApiKeyRotationTest {

    private static final Duration MAX_TEST_DURATION = Duration.ofSeconds(60);

    @Test
    @Journey
    void rotationKeepsFormerKeyForATime() throws Exception {
        Tokens tokens = Signet.createUser().login();
        ApiKey former = ApiKey.of(tokens, Map.of());

        Response rotated = ApiKey.tryRotate(tokens, former.id(), Map.of("former_key_ttl", 2));

        ApiKey key = ApiKey.read(rotated);
        rotated.then()
                .body("former_expires_at", notNullValue())
                .body("prefix", equalTo(key.value().substring(0, 10)));
        assertThat(key.id()).isEqualTo(former.id());
        assertThat(key.value()).isNotEqualTo(former.value());
        key.me().then().statusCode(200);
        await().until(() -> former.me().statusCode() == 401);
        key.me().then().statusCode(200);
        ApiKey.list(tokens).then().body("items.size()", equalTo(1)).body("items[0].former_expires_at", nullValue());
    }

    @Test
    void revocationEndsCurrentAndFormerKey() {
        Tokens tokens = Signet.createUser().login();
        ApiKey former = ApiKey.of(tokens, Map.of());
        former.me().then().statusCode(200);
        ApiKey key = former.rotated(tokens, Map.of());

        former.me().then().statusCode(200);
        key.me().then().statusCode(200);
        key.revoke(tokens);

        former.assertRejected();
        key.assertRejected();
    }

    @Test
    void rotationWithoutOverlapEndsFormerKey() {
        Tokens tokens = Signet.createUser().login();
        ApiKey first = ApiKey.of(tokens, Map.of());
        ApiKey second = first.rotated(tokens, Map.of());
        first.me().then().statusCode(200);
        second.me().then().statusCode(200);

        ApiKey third = first.rotated(tokens, Map.of("former_key_ttl", 0));

        first.assertRejected();
        second.assertRejected();
        third.me().then().statusCode(200);
    }

    @Test
    void rotationIsRejectedWhileFormerKeyIsValid() {
        Tokens tokens = Signet.createUser().login();
        ApiKey first = ApiKey.of(tokens, Map.of());
        ApiKey second = first.rotated(tokens, Map.of());

        assertProblem(ApiKey.tryRotate(tokens, first.id(), Map.of()), 409, "conflict");

        first.me().then().statusCode(200);
        second.me().then().statusCode(200);
    }

    @Test
    void rotationKeepsTheTimeToLive() {
        Tokens tokens = Signet.createUser().login();
        Instant end = Instant.now().plus(Duration.ofDays(7));
        ApiKey key = ApiKey.of(tokens, Map.of("expires_at", end.toString()));
        Instant created = Instant.now();
        await().until(() -> Instant.now().isAfter(created));

        Response rotated = ApiKey.tryRotate(tokens, key.id(), Map.of());

        Instant next = Instant.parse(rotated.then().statusCode(201).extract().path("expires_at"));
        assertThat(next).isAfter(end).isBefore(end.plus(MAX_TEST_DURATION));
        for (Object wrong : List.of("2020-01-01T00:00:00Z", 5)) {
            ApiKey.tryRotate(tokens, key.id(), Map.of("former_key_ttl", 0, "expires_at", wrong))
                    .then()
                    .statusCode(400)
                    .body("member", equalTo("expires_at"));
        }
        for (Object wrong : List.of(-1, 30 * 86_400 + 1, "5")) {
            ApiKey.tryRotate(tokens, key.id(), Map.of("former_key_ttl", wrong))
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    @OnBothStacks
    @Journey
    void concurrentRotationsSucceedOnce() throws Exception {
        Tokens tokens = Signet.createUser().login();
        ApiKey key = ApiKey.of(tokens, Map.of());

        List<Response> responses = ConcurrentCalls.run(20, () -> ApiKey.tryRotate(tokens, key.id(), Map.of()));

        List<Response> won = responses.stream()
                .filter(response -> response.statusCode() == 201)
                .toList();
        assertThat(won).hasSize(1);
        assertThat(responses).extracting(Response::statusCode).containsOnly(201, 409);
        key.me().then().statusCode(200);
        ApiKey.read(won.get(0)).me().then().statusCode(200);
    }
}
