package dev.signet.clients.authentication;

import dev.signet.audit.SecurityEvents;
import dev.signet.clients.registry.ClientRegistry;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.support.SettableClock;
import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.oauth.TestClient;
import dev.signet.throttle.AttemptLimits;
import dev.signet.web.caller.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import javax.sql.DataSource;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.signet.support.Polling.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@QuarkusTest
@OnBothStacks
class ClientAuthenticationTest {

    private static final List<String> SERVICE = List.of("client_credentials");

    @Inject
    ClientAuthentication authentication;

    @Inject
    ClientRegistry registry;

    @Inject
    ClientAssertions assertions;

    @Inject
    AttemptLimits limits;

    @Inject
    SecurityEvents events;

    @Inject
    Caller caller;

    @Inject
    DataSource database;

    @Test
    void registeredMethodIsAccepted() {
        TestClient basic = registered("client_secret_basic");
        TestClient post = registered("client_secret_post");
        TestClient open = open();

        assertThat(authentication.authenticate(header(basic.basic())).id()).isEqualTo(basic.id());
        assertThat(authentication.authenticate(posted(post.id(), post.secret())).id())
                .isEqualTo(post.id());
        assertThat(authentication.authenticate(posted(open.id(), null)).isPublic())
                .isTrue();
        assertThat(authentication.authenticate(posted(open.id(), "")).id()).isEqualTo(open.id());
    }

    @Test
    void otherMethodThanRegisteredIsRejected() {
        TestClient basic = registered("client_secret_basic");
        TestClient post = registered("client_secret_post");
        TestClient open = open();

        assertRejected(posted(basic.id(), basic.secret()));
        assertRejected(header(post.basic()));
        assertRejected(posted(basic.id(), null));
        assertRejected(posted(open.id(), "anything"));
        assertRejected(header(TestClient.basic(open.id(), "")));
    }

    @Test
    void twoMethodsAtOnceAreRejected() {
        TestClient client = registered("client_secret_basic");
        String type = ClientCredential.ASSERTION_TYPE;

        for (ClientAuthenticationRequest two : List.of(
                new ClientAuthenticationRequest(client.basic(), client.id(), client.secret(), null, null),
                new ClientAuthenticationRequest(client.basic(), null, null, type, "a.b.c"),
                new ClientAuthenticationRequest(null, client.id(), client.secret(), type, "a.b.c"),
                new ClientAuthenticationRequest("Bearer x", client.id(), client.secret(), null, null),
                new ClientAuthenticationRequest(client.basic(), "other", null, null, null))) {
            assertThat(rejection(two).code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        }
        assertThat(authentication
                        .authenticate(new ClientAuthenticationRequest(client.basic(), client.id(), null, null, null))
                        .id())
                .isEqualTo(client.id());
    }

    @Test
    void formEncodedHeaderIsAccepted() {
        TestClient client = registered("client_secret_basic");
        String encoded = client.secret().replace("_", "%5F").replace("-", "%2D");

        assertThat(authentication
                        .authenticate(header(TestClient.basic(client.id().replace("-", "%2d"), encoded)))
                        .id())
                .isEqualTo(client.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic",
                "Basic ",
                "Basic !!!",
                "Basic Og==",
                "Basic bm9jb2xvbg==",
                "Basic /////w==",
                "Basic Y2xpZW50OiUlJQ==",
                "Bearer sgc_x",
                "Digest x",
                ""
            })
    void malformedHeaderIsRejected(String authorization) {
        assertRejected(header(authorization));
    }

    @Test
    void missingCredentialIsRejected() {
        assertRejected(new ClientAuthenticationRequest(null, null, null, null, null));
        assertRejected(new ClientAuthenticationRequest(null, "x", null, "urn:other", "a.b.c"));
        assertRejected(posted("\u0000", "x"));
        assertRejected(posted("x".repeat(20_000), "x"));
    }

    @Test
    void unknownClientAndWrongSecretAreIndistinguishable() {
        TestClient client = registered("client_secret_basic");

        ServiceException wrong = rejection(header(TestClient.basic(client.id(), client.secret() + "x")));
        ServiceException unknown =
                rejection(header(TestClient.basic(UUID.randomUUID().toString(), client.secret())));

        assertThat(wrong.code()).isEqualTo(ErrorCode.INVALID_CLIENT).isEqualTo(unknown.code());
        assertThat(wrong.code().status()).isEqualTo(401);
        assertThat(wrong.challenge()).isEqualTo("Basic realm=\"signet\"").isEqualTo(unknown.challenge());
        assertThat(wrong.members()).isEqualTo(unknown.members()).isEmpty();
        assertThat(wrong.retryAfter()).isNull();
    }

    @Test
    void unknownClientCostsSameTimeAsWrongSecret() {
        TestClient client = registered("client_secret_basic");
        String unknownId = UUID.randomUUID().toString();
        List<Long> wrong = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int round = 0; round < 28; round++) {
            wrong.add(cpuNanos(header(TestClient.basic(client.id(), "wrong"))));
            unknown.add(cpuNanos(header(TestClient.basic(unknownId, "wrong"))));
        }

        // The first measurements include one-time costs.
        double ratio = (double) median(wrong.subList(8, 28)) / median(unknown.subList(8, 28));

        // Both run the same queries; a path without them would be several times as fast.
        assertThat(ratio).isBetween(0.4, 2.5);
    }

    @Test
    void onlyNewestFormerSecretStaysValid() {
        TestClient client = registered("client_secret_basic");
        authentication.authenticate(header(client.basic()));

        String second = rotate(client, "{}");
        assertThat(isGood(client.id(), client.secret())).isTrue();
        assertThat(isGood(client.id(), second)).isTrue();

        String third = rotate(client, "{\"former_secret_ttl\": 3600}");
        assertThat(isGood(client.id(), client.secret())).isFalse();
        assertThat(isGood(client.id(), second)).isTrue();
        assertThat(isGood(client.id(), third)).isTrue();

        String fourth = rotate(client, "{\"former_secret_ttl\": 0}");
        assertThat(isGood(client.id(), third)).isFalse();
        assertThat(isGood(client.id(), second)).isFalse();
        assertThat(isGood(client.id(), fourth)).isTrue();
    }

    @Test
    void expiredCachedSecretIsRejected() {
        TestClient client = registered("client_secret_basic");
        rotate(client, "{\"former_secret_ttl\": 60}");
        SettableClock clock = SettableClock.atNow();
        ClientAuthentication later = new ClientAuthentication(registry, assertions, limits, events, caller, clock);
        assertThat(isGood(client.id(), client.secret())).isTrue();
        assertThat(isGood(later, client.id(), client.secret())).isTrue();

        clock.advance(Duration.ofSeconds(61));

        assertThat(isGood(later, client.id(), client.secret())).isFalse();
    }

    @Test
    void changeAndDeletionApplyAtOnce() {
        TestClient client = registered("client_secret_basic");
        authentication.authenticate(header(client.basic()));

        admin().body("{\"token_endpoint_auth_method\": \"client_secret_post\"}")
                .patch("/admin/clients/{id}", client.id())
                .then()
                .statusCode(200);
        assertRejected(header(client.basic()));
        assertThat(authentication
                        .authenticate(posted(client.id(), client.secret()))
                        .id())
                .isEqualTo(client.id());

        admin().delete("/admin/clients/{id}", client.id()).then().statusCode(204);
        assertRejected(posted(client.id(), client.secret()));
        assertThat(registry.find(client.id())).isEmpty();
    }

    @Test
    void secretIsNotRestoredAfterMethodChange() {
        TestClient client = registered("client_secret_basic");
        String open = "{\"token_endpoint_auth_method\": \"none\", \"grant_types\": null,"
                + " \"redirect_uris\": [\"https://app.example/cb\"]}";

        admin().body(open).patch("/admin/clients/{id}", client.id()).then().statusCode(200);
        admin().body("{\"token_endpoint_auth_method\": null}")
                .patch("/admin/clients/{id}", client.id())
                .then()
                .statusCode(200);

        assertRejected(header(client.basic()));
        String fresh = rotate(client, "{}");
        assertThat(isGood(client.id(), fresh)).isTrue();
    }

    @Test
    void changeOnAnotherNodeAppliesSoon() throws Exception {
        TestClient client = registered("client_secret_basic");
        authentication.authenticate(header(client.basic()));

        execute(
                "update client_registry set version = version + 1 where id = 1",
                "update client set metadata = replace(metadata, 'notes:read', 'notes:write'),"
                        + " version = (select version from client_registry where id = 1) where client_id = '"
                        + client.id() + "'");
        await().until(() -> registry.find(client.id())
                .filter(found -> found.scope().contains("notes:write"))
                .isPresent());

        execute(
                "update client_registry set version = version + 1, deletions = deletions + 1 where id = 1",
                "delete from client where client_id = '" + client.id() + "'");
        await().until(() -> registry.find(client.id()).isEmpty());
    }

    @Test
    void newSecretOfAnotherNodeIsAcceptedAtOnce() throws Exception {
        TestClient client = registered("client_secret_basic");
        TestClient other = registered("client_secret_basic");
        authentication.authenticate(header(client.basic()));

        execute("update client_secret set client_id = '" + client.id() + "' where client_id = '" + other.id() + "'");

        assertThat(isGood(client.id(), other.secret())).isTrue();
    }

    @Test
    void recogniseUsesOnlyTheCache() throws Exception {
        TestClient client = registered("client_secret_basic");

        assertThat(authentication.findCached(header(client.basic()))).isEmpty();

        // A new client is removed from the cache once when this node reads its own change.
        await().until(() -> {
            authentication.authenticate(header(client.basic()));
            return authentication.findCached(header(client.basic())).isPresent();
        });

        assertThat(authentication.findCached(header(TestClient.basic(client.id(), "wrong"))))
                .isEmpty();
        assertThat(authentication.findCached(posted(client.id(), client.secret())))
                .isEmpty();
        assertThat(catchThrowableOfType(
                                ServiceException.class,
                                () -> authentication.findCached(
                                        new ClientAuthenticationRequest(client.basic(), null, "x", null, null)))
                        .code())
                .isEqualTo(ErrorCode.INVALID_REQUEST);
    }

    @Test
    void failuresAreLimitedWithoutLockingClientOut() {
        TestClient client = registered("client_secret_basic");

        List<ErrorCode> codes = new ArrayList<>();
        for (int i = 0; i < 31; i++) {
            codes.add(rejection(header(TestClient.basic(client.id(), "guess" + i)))
                    .code());
        }

        assertThat(codes.subList(0, 30)).containsOnly(ErrorCode.INVALID_CLIENT);
        assertThat(codes.get(30)).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
        assertThat(authentication.authenticate(header(client.basic())).id()).isEqualTo(client.id());
    }

    @Test
    void storedSecretsAreHashed() throws Exception {
        TestClient client = registered("client_secret_basic");

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select s.secret_hash, c.metadata from client_secret s join client c"
                                + " on c.client_id = s.client_id where c.client_id = '" + client.id() + "'")) {
            assertThat(row.next()).isTrue();
            assertThat(new String(row.getBytes(1), StandardCharsets.ISO_8859_1)).doesNotContain(client.secret());
            assertThat(row.getBytes(1)).hasSize(32);
            assertThat(row.getString(2)).doesNotContain(client.secret()).doesNotContain("client_secret\"");
        }
        assertThat(header(client.basic()).toString())
                .doesNotContain(
                        Base64.getEncoder().encodeToString(client.secret().getBytes(StandardCharsets.UTF_8)));
    }

    private TestClient registered(String method) {
        return TestClient.register(
                Map.of("grant_types", SERVICE, "scope", "notes:read", "token_endpoint_auth_method", method));
    }

    private static TestClient open() {
        return TestClient.register(
                Map.of("token_endpoint_auth_method", "none", "redirect_uris", List.of("https://app.example/cb")));
    }

    private boolean isGood(String id, String secret) {
        return isGood(authentication, id, secret);
    }

    private static boolean isGood(ClientAuthentication authentication, String id, String secret) {
        try {
            return authentication
                    .authenticate(header(TestClient.basic(id, secret)))
                    .id()
                    .equals(id);
        } catch (ServiceException e) {
            return false;
        }
    }

    private void assertRejected(ClientAuthenticationRequest request) {
        assertThat(rejection(request).code()).isEqualTo(ErrorCode.INVALID_CLIENT);
    }

    private ServiceException rejection(ClientAuthenticationRequest request) {
        return catchThrowableOfType(ServiceException.class, () -> authentication.authenticate(request));
    }

    // CPU time, because the machine may be busy: each statement costs this thread some time on both databases.
    private long cpuNanos(ClientAuthenticationRequest request) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        rejection(request);
        return threads.getCurrentThreadCpuTime() - begun;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private static String rotate(TestClient client, String body) {
        return admin().body(body)
                .post("/admin/clients/{id}/secrets", client.id())
                .then()
                .statusCode(201)
                .extract()
                .path("client_secret");
    }

    private static RequestSpecification admin() {
        return Signet.adminRequest();
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                assertThat(statement.executeUpdate(sql)).isPositive();
            }
            connection.commit();
        }
    }

    private static ClientAuthenticationRequest header(String authorization) {
        return new ClientAuthenticationRequest(authorization, null, null, null, null);
    }

    private static ClientAuthenticationRequest posted(String id, String secret) {
        return new ClientAuthenticationRequest(null, id, secret, null, null);
    }
}
