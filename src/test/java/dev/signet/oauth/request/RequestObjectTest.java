package dev.signet.oauth.request;

import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwsAlgorithm;
import dev.signet.jose.JwtType;
import dev.signet.jose.SignatureEngine;
import dev.signet.jose.SigningKey;
import dev.signet.support.App;
import dev.signet.support.Browser;
import dev.signet.support.Browser.Shown;
import dev.signet.support.OnBothStacks;
import dev.signet.web.Issuer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@OnBothStacks
class RequestObjectTest {

    @Inject
    SignatureEngine engine;

    @Inject
    Issuer issuer;

    private SigningKey key;
    private App app;

    @BeforeEach
    void register() {
        key = engine.generate(JwsAlgorithm.ES256);
        app = registered(key);
    }

    @ParameterizedTest
    @EnumSource(names = {"RS256", "ES256", "ED25519"})
    void eachAlgorithmIsGood(JwsAlgorithm algorithm) {
        key = engine.generate(algorithm);
        app = registered(key);

        assertThat(start(sign(request())).heading()).isEqualTo("Sign in");
    }

    @Test
    void whatIsSignedCountsAndNothingBesideIt() {
        Map<String, Object> claims = request();
        claims.put("prompt", "none");
        claims.put("state", "signed");
        claims.put("max_age", 10);
        claims.put("claims", Map.of("userinfo", Map.of("email", Map.of("essential", true))));

        Shown shown = new Browser()
                .open(
                        "/oauth2/authorize",
                        app.request("request", sign(claims), "prompt", "", "state", "beside", "scope", "nonsense"));

        assertThat(App.answer(shown)).containsEntry("error", "login_required").containsEntry("state", "signed");
    }

    @Test
    void objectThatIsNotTheClientsForThisIssuerAndNowIsRefused() {
        SigningKey foreign = engine.generate(JwsAlgorithm.ES256);
        long now = Instant.now().getEpochSecond();
        for (Map<String, Object> wrong : List.of(
                Map.<String, Object>of("iss", "another"),
                Map.<String, Object>of("aud", "https://elsewhere.example"),
                Map.<String, Object>of("client_id", "another"),
                Map.<String, Object>of("exp", now - 120),
                Map.<String, Object>of("exp", now + 90_000),
                Map.<String, Object>of("nbf", now + 600),
                Map.<String, Object>of("sub", app.client().id()),
                Map.<String, Object>of("request", "x"),
                Map.<String, Object>of("request_uri", "urn:x"))) {
            Map<String, Object> claims = request();
            claims.putAll(wrong);
            assertRefused(sign(claims), "invalid_request_object");
        }
        Map<String, Object> endless = request();
        endless.remove("exp");
        assertRefused(sign(endless), "invalid_request_object");
        assertRefused(foreign.signer().sign(JwtType.AUTHORIZATION_REQUEST, set(request())), "invalid_request_object");
        String good = sign(request());
        assertRefused(good.substring(0, good.lastIndexOf('.') + 1), "request_not_supported");
        assertRefused("nonsense", "invalid_request_object");
    }

    @Test
    void whatIsSignedIsJudgedLikeAnyOtherRequest() {
        Map<String, Object> claims = request();
        claims.put("redirect_uri", "https://evil.test/");
        assertThat(start(sign(claims)).location()).isNull();
        claims.put("redirect_uri", App.REDIRECT_URI);
        claims.remove("code_challenge");

        assertThat(App.answer(start(sign(claims)))).containsEntry("error", "invalid_request");
    }

    @Test
    void withNowhereToTellTheClientItIsAPage() {
        Shown shown = new Browser()
                .open("/oauth2/authorize", Map.of("client_id", app.client().id(), "request", "nonsense"));

        assertThat(shown.response().statusCode()).isEqualTo(400);
        assertThat(shown.location()).isNull();
    }

    private void assertRefused(String object, String error) {
        assertThat(App.answer(new Browser().open("/oauth2/authorize", app.request("request", object))))
                .containsEntry("error", error);
    }

    private Shown start(String object) {
        return new Browser()
                .open("/oauth2/authorize", Map.of("client_id", app.client().id(), "request", object));
    }

    private App registered(SigningKey signingKey) {
        return App.registered(Map.of(
                "first_party",
                true,
                "jwks",
                Map.of("keys", List.of(signingKey.publicJwk().members()))));
    }

    private Map<String, Object> request() {
        Map<String, Object> claims = new LinkedHashMap<>(app.request());
        claims.put("iss", app.client().id());
        claims.put("aud", issuer.value());
        claims.put("exp", Instant.now().getEpochSecond() + 60);
        return claims;
    }

    private String sign(Map<String, Object> claims) {
        return key.signer().sign(JwtType.AUTHORIZATION_REQUEST, set(claims));
    }

    @SuppressWarnings("unchecked")
    private static ClaimsSet set(Map<String, Object> claims) {
        ClaimsSet.Builder builder = ClaimsSet.builder();
        claims.forEach((name, value) -> {
            if (value instanceof Number number) {
                builder.claim(name, number.longValue());
            } else if (value instanceof Map<?, ?> members) {
                builder.claim(name, (Map<String, ?>) members);
            } else {
                builder.claim(name, (String) value);
            }
        });
        return builder.build();
    }
}
