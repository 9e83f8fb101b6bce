package dev.signet.clients.authentication;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwtSigner;
import dev.signet.jose.JwtType;
import dev.signet.jose.SignatureEngine;
import dev.signet.jose.SigningKey;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.oauth.TestClient;
import dev.signet.support.server.ClientServer;
import dev.signet.web.issuer.Issuer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static dev.signet.support.Polling.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@QuarkusTest
@OnBothStacks
class ClientAssertionTest {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    @Inject
    ClientAuthentication authentication;

    @Inject
    SignatureEngine engine;

    @Inject
    Issuer issuer;

    @ParameterizedTest
    @EnumSource(names = {"RS256", "ES256", "ED25519"})
    void assertionsOfAllAlgorithmsAreAccepted(JwsAlgorithm algorithm) {
        SigningKey key = engine.generate(algorithm);
        TestClient client = registered(key);

        assertThat(authenticate(sign(key, claims(client.id()).build()))).isEqualTo(client.id());
        assertThat(authentication
                        .authenticate(new ClientAuthenticationRequest(
                                null,
                                client.id(),
                                null,
                                TYPE,
                                sign(key, claims(client.id()).build())))
                        .id())
                .isEqualTo(client.id());
    }

    @Test
    void audienceArrayWithIssuerIsAccepted() {
        SigningKey key = engine.generate(JwsAlgorithm.ES256);
        TestClient client = registered(key);

        assertThat(authenticate(sign(key, with(client.id(), "aud", List.of(issuer.value())))))
                .isEqualTo(client.id());
    }

    @Test
    void assertionIsAcceptedOnce() {
        SigningKey key = engine.generate(JwsAlgorithm.ES256);
        TestClient client = registered(key);
        String assertion = sign(key, claims(client.id()).build());

        authenticate(assertion);

        assertRejected(assertion);
    }

    @Test
    void concurrentUseOfAssertionSucceedsOnce() throws Exception {
        SigningKey key = engine.generate(JwsAlgorithm.ES256);
        TestClient client = registered(key);
        String assertion = sign(key, claims(client.id()).build());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> attempt = () -> isAccepted(assertion);
            List<Future<Boolean>> attempts = threads.invokeAll(
                    IntStream.range(0, 20).mapToObj(i -> attempt).toList());

            int accepted = 0;
            for (Future<Boolean> result : attempts) {
                accepted += result.get() ? 1 : 0;
            }

            assertThat(accepted).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void sameJtiOfTwoClientsIsAccepted() {
        SigningKey key = engine.generate(JwsAlgorithm.ES256);
        TestClient one = registered(key);
        TestClient two = registered(key);

        assertThat(authenticate(sign(key, with(one.id(), "jti", "same")))).isEqualTo(one.id());
        assertThat(authenticate(sign(key, with(two.id(), "jti", "same")))).isEqualTo(two.id());
    }

    @Test
    void assertionForAnotherAudienceIsRejected() {
        SigningKey key = engine.generate(JwsAlgorithm.ES256);
        TestClient client = registered(key);

        for (Object audience : List.of(
                "https://elsewhere.example",
                issuer.url("/oauth2/token"),
                issuer.value() + "/",
                List.of(issuer.value(), "https://elsewhere.example"),
                List.of())) {
            assertRejected(sign(key, with(client.id(), "aud", audience)));
        }
        assertRejected(sign(key, without(client.id(), "aud")));
    }

    @Test
    void assertionWithAnotherIssuerOrSubjectIsRejected() {
        SigningKey key = engine.generate(JwsAlgorithm.ES256);
        TestClient client = registered(key);
        TestClient other = registered(engine.generate(JwsAlgorithm.ES256));

        assertRejected(sign(key, with(client.id(), "sub", other.id())));
        assertRejected(sign(key, with(client.id(), "iss", other.id())));
        assertRejected(sign(key, claims(other.id()).build()));
        for (String missing : List.of("iss", "sub", "jti", "exp")) {
            assertRejected(sign(key, without(client.id(), missing)));
        }
        assertThat(rejection(new ClientAuthenticationRequest(
                                null,
                                other.id(),
                                null,
                                TYPE,
                                sign(key, claims(client.id()).build())))
                        .code())
                .isEqualTo(ErrorCode.INVALID_CLIENT);
    }

    @Test
    void expiredEarlyOrLongLivedAssertionIsRejected() {
        SigningKey key = engine.generate(JwsAlgorithm.ES256);
        TestClient client = registered(key);
        Instant now = Instant.now();

        assertRejected(sign(key, with(client.id(), "exp", now.minusSeconds(60).getEpochSecond())));
        assertRejected(sign(key, with(client.id(), "exp", now.plusSeconds(400).getEpochSecond())));
        assertRejected(sign(
                key, with(client.id(), "exp", now.plusSeconds(40_000_000_000L).getEpochSecond())));
        assertRejected(sign(key, with(client.id(), "iat", now.plusSeconds(120).getEpochSecond())));
        assertRejected(sign(key, with(client.id(), "nbf", now.plusSeconds(120).getEpochSecond())));
        assertRejected(sign(key, with(client.id(), "exp", "soon")));
    }

    @Test
    void anotherKeyOrAlgorithmIsRejected() {
        SigningKey key = engine.generate(JwsAlgorithm.ES256);
        SigningKey otherKey = engine.generate(JwsAlgorithm.ES256);
        TestClient client = registered(key);
        TestClient clientWithAlgorithm = registered(Map.of(
                "token_endpoint_auth_signing_alg", "RS256", "jwks", jwks(key, engine.generate(JwsAlgorithm.RS256))));

        assertRejected(sign(otherKey, claims(client.id()).build()));
        assertRejected(sign(key, claims(clientWithAlgorithm.id()).build()));
        String accepted = sign(key, claims(client.id()).build());
        assertRejected(accepted.substring(0, accepted.length() - 6) + "AAAAAA");
        assertRejected(accepted + "." + accepted);
        assertRejected("x".repeat(20_000));
        // {"alg":"none"}
        assertRejected(
                "eyJhbGciOiJub25lIn0" + accepted.substring(accepted.indexOf('.'), accepted.lastIndexOf('.') + 1));
    }

    @Test
    void otherTokenTypesAreRejectedAsAssertions() {
        SigningKey key = engine.generate(JwsAlgorithm.ES256);
        TestClient client = registered(key);
        JwtSigner signer = key.signer();

        for (JwtType type : JwtType.values()) {
            boolean accepted = type == JwtType.CLIENT_AUTHENTICATION || type == JwtType.ID_TOKEN;
            assertThat(isAccepted(signer.sign(type, claims(client.id()).build())))
                    .as(type.typ())
                    .isEqualTo(accepted);
        }
    }

    @Test
    void assertionOfSecretClientIsRejected() {
        SigningKey key = engine.generate(JwsAlgorithm.ES256);
        TestClient client = registered(Map.of("token_endpoint_auth_method", "client_secret_basic", "jwks", jwks(key)));

        assertRejected(sign(key, claims(client.id()).build()));
    }

    @Test
    void publishedKeysAreFetchedAgainForUnknownKey() throws Exception {
        SigningKey first = engine.generate(JwsAlgorithm.ES256);
        SigningKey second = engine.generate(JwsAlgorithm.ES256);
        String path = "/" + UUID.randomUUID();
        try (ClientServer server = ClientServer.start()) {
            server.respondWith(path, 200, json(first));
            TestClient client = registered(Map.of("jwks_uri", server.url(path)));

            assertThat(isAccepted(sign(first, claims(client.id()).build()))).isTrue();
            assertThat(isAccepted(sign(first, claims(client.id()).build()))).isTrue();
            assertThat(server.next().path()).isEqualTo(path);
            assertThat(server.receivesNothingFor(0)).isTrue();

            // An unpublished key causes one request at intervals, however often it is used.
            server.respondWith(path, 200, json(second));
            assertThat(isAccepted(sign(second, claims(client.id()).build()))).isFalse();
            assertThat(server.receivesNothingFor(0)).isTrue();
            // The key set is fetched again at the earliest ten seconds after the last request.
            await().pollInterval(Duration.ofMillis(200))
                    .until(() -> isAccepted(sign(second, claims(client.id()).build())));
            assertThat(isAccepted(sign(first, claims(client.id()).build()))).isFalse();
            assertThat(server.next().path()).isEqualTo(path);
            assertThat(server.receivesNothingFor(0)).isTrue();
        }
    }

    @Test
    void assertionIsRejectedIfKeysCannotBeFetched() throws Exception {
        SigningKey key = engine.generate(JwsAlgorithm.ES256);
        try (ClientServer server = ClientServer.start()) {
            String missing = "/" + UUID.randomUUID();
            String broken = "/" + UUID.randomUUID();
            server.respondWith(broken, 200, "{\"keys\": 7}");

            assertRejected(sign(
                    key,
                    claims(registered(Map.of("jwks_uri", server.url(missing))).id())
                            .build()));
            assertRejected(sign(
                    key,
                    claims(registered(Map.of("jwks_uri", server.url(broken))).id())
                            .build()));
        }
    }

    private TestClient registered(SigningKey key) {
        return registered(Map.of("jwks", jwks(key)));
    }

    private static TestClient registered(Map<String, ?> more) {
        Map<String, Object> metadata = new HashMap<>(
                Map.of("grant_types", List.of("client_credentials"), "token_endpoint_auth_method", "private_key_jwt"));
        metadata.putAll(more);
        return TestClient.register(metadata);
    }

    private static Map<String, ?> jwks(SigningKey... keys) {
        return Map.of(
                "keys",
                Arrays.stream(keys).map(key -> key.publicJwk().members()).toList());
    }

    private static String json(SigningKey key) {
        return "{\"keys\":[" + key.publicJwk().toJson() + "]}";
    }

    private ClaimsSet.Builder claims(String clientId) {
        return builder(all(clientId));
    }

    private Map<String, Object> all(String clientId) {
        Instant now = Instant.now();
        return new LinkedHashMap<>(Map.of(
                "iss", clientId,
                "sub", clientId,
                "aud", issuer.value(),
                "iat", now.getEpochSecond(),
                "exp", now.plusSeconds(60).getEpochSecond(),
                "jti", UUID.randomUUID().toString()));
    }

    private ClaimsSet with(String clientId, String claim, Object value) {
        Map<String, Object> claims = all(clientId);
        claims.put(claim, value);
        return builder(claims).build();
    }

    private ClaimsSet without(String clientId, String claim) {
        Map<String, Object> claims = all(clientId);
        claims.remove(claim);
        return builder(claims).build();
    }

    private static ClaimsSet.Builder builder(Map<String, Object> claims) {
        ClaimsSet.Builder builder = ClaimsSet.builder();
        claims.forEach((name, value) -> {
            if (value instanceof Long number) {
                builder.claim(name, number);
            } else if (value instanceof List<?> list) {
                builder.claim(name, list.stream().map(String.class::cast).collect(Collectors.toList()));
            } else {
                builder.claim(name, (String) value);
            }
        });
        return builder;
    }

    private static String sign(SigningKey key, ClaimsSet claims) {
        return key.signer().sign(JwtType.CLIENT_AUTHENTICATION, claims);
    }

    private String authenticate(String assertion) {
        return authentication.authenticate(request(assertion)).id();
    }

    private boolean isAccepted(String assertion) {
        try {
            authenticate(assertion);
            return true;
        } catch (ServiceException e) {
            return false;
        }
    }

    private void assertRejected(String assertion) {
        assertThat(rejection(request(assertion)).code()).isEqualTo(ErrorCode.INVALID_CLIENT);
    }

    private ServiceException rejection(ClientAuthenticationRequest request) {
        return catchThrowableOfType(ServiceException.class, () -> authentication.authenticate(request));
    }

    private static ClientAuthenticationRequest request(String assertion) {
        return new ClientAuthenticationRequest(null, null, null, TYPE, assertion);
    }
}
