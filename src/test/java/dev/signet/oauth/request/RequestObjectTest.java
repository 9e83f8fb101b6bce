package dev.signet.oauth.request;

import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwtType;
import dev.signet.jose.SignatureEngine;
import dev.signet.jose.SigningKey;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.oauth.App;
import dev.signet.web.issuer.Issuer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static dev.signet.support.ErrorResponses.assertOAuthError;
import static dev.signet.support.oauth.OAuth.parRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

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
    void everySupportedAlgorithmIsAccepted(JwsAlgorithm algorithm) {
        key = engine.generate(algorithm);
        app = registered(key);

        assertThat(start(sign(request())).heading()).isEqualTo("Sign in");
    }

    @Test
    void onlySignedParametersAreUsed() {
        Map<String, Object> claims = request();
        claims.put("prompt", "none");
        claims.put("state", "signed");
        claims.put("max_age", 10);
        claims.put("claims", Map.of("userinfo", Map.of("email", Map.of("essential", true))));

        Shown shown =
                app.start(new Browser(), "request", sign(claims), "prompt", "", "state", "beside", "scope", "nonsense");

        assertThat(App.parameters(shown))
                .containsEntry("error", "login_required")
                .containsEntry("state", "signed");
    }

    @Test
    void requestObjectOfOtherClientIssuerOrTimeIsRejected() {
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
            assertRejected(sign(claims), "invalid_request_object");
        }
        Map<String, Object> endless = request();
        endless.remove("exp");
        assertRejected(sign(endless), "invalid_request_object");
        assertRejected(foreign.signer().sign(JwtType.AUTHORIZATION_REQUEST, set(request())), "invalid_request_object");
        String good = sign(request());
        assertRejected(good.substring(0, good.lastIndexOf('.') + 1), "invalid_request_object");
        String claims = good.split("\\.")[1];
        String unsigned = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        assertRejected(unsigned + "." + claims + ".", "invalid_request_object");
        assertRejected(unsigned + "." + claims + "." + good.split("\\.")[2], "invalid_request_object");
        assertRejected("nonsense", "invalid_request_object");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id_token\":{\"email\":null},\"userinfo\":{\"name\":null,\"email\":{\"essential\":true}}}",
                "{\"userinfo\":null}"
            })
    void nullMembersOfClaimsAreAccepted(String claims) throws Exception {
        SelfSigned client = new SelfSigned();

        assertThat(start(client.app, client.sign("\"claims\":" + claims)).heading())
                .isEqualTo("Sign in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"state\":null",
                "\"nonce\":null",
                "\"resource\":[null]",
                "\"other\":{\"a\":null}",
                "\"claims\":null",
                "\"jti\":null",
                "\"claims\":{\"userinfo\":null,\"userinfo\":{}}"
            })
    void nullElsewhereInRequestObjectIsRejected(String member) throws Exception {
        SelfSigned client = new SelfSigned();

        assertRejected(client.app, client.sign(member), "invalid_request_object");
    }

    @Test
    void unsignedRequestIsRejectedIfSignatureIsRequired() {
        App signing = registered(key, Map.of("require_signed_request_object", true));

        String cause = "Parameter request is required: the client is registered with require_signed_request_object.";

        assertThat(App.parameters(signing.start(new Browser())))
                .containsEntry("error", "invalid_request")
                .containsEntry("error_description", cause);
        assertOAuthError(parRequest(signing.client()).with(signing.request()).send(), 400, "invalid_request")
                .body("error_description", equalTo(cause));
    }

    @Test
    void requiredSignedRequestHasRecentNotBefore() {
        app = registered(key, Map.of("require_signed_request_object", true));
        long now = Instant.now().getEpochSecond();
        assertRejected(sign(request()), "invalid_request_object");
        for (Map<String, Object> wrong : List.of(
                Map.<String, Object>of("nbf", now - 4_200),
                Map.<String, Object>of("nbf", now - 3_000, "exp", now + 660),
                Map.<String, Object>of("nbf", now + 600, "exp", now + 660))) {
            Map<String, Object> claims = request();
            claims.putAll(wrong);
            assertRejected(sign(claims), "invalid_request_object");
        }

        Map<String, Object> claims = request();
        claims.putAll(Map.of("nbf", now - 3_000, "exp", now + 300));
        assertThat(start(sign(claims)).heading()).isEqualTo("Sign in");
        String pushed = parRequest(app.client())
                .with("request", sign(claims))
                .send()
                .then()
                .statusCode(201)
                .extract()
                .path("request_uri");
        assertThat(app.startPushed(new Browser(), pushed).heading()).isEqualTo("Sign in");
    }

    /** A client whose request objects another library signs, with any JSON. */
    private final class SelfSigned {

        final EllipticCurveJsonWebKey pair;
        final App app;

        SelfSigned() throws JoseException {
            pair = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            app = App.registered(Map.of(
                    "first_party",
                    true,
                    "jwks",
                    Map.of("keys", List.of(pair.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)))));
        }

        String sign(String member) throws JoseException {
            StringBuilder json = new StringBuilder("{").append(member);
            Map<String, String> parameters = app.request();
            parameters.put("iss", app.client().id());
            parameters.put("aud", issuer.value());
            parameters.keySet().removeIf(name -> member.startsWith("\"" + name + "\""));
            parameters.forEach((name, value) -> json.append(",\"")
                    .append(name)
                    .append("\":\"")
                    .append(value)
                    .append('"'));
            json.append(",\"exp\":").append(Instant.now().getEpochSecond() + 60).append('}');
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmHeaderValue("ES256");
            signature.setHeader("typ", "oauth-authz-req+jwt");
            signature.setKey(pair.getPrivateKey());
            signature.setPayload(json.toString());
            return signature.getCompactSerialization();
        }
    }

    @Test
    void signedParametersAreValidatedLikeOthers() {
        Map<String, Object> claims = request();
        claims.put("redirect_uri", "https://evil.test/");
        assertThat(start(sign(claims)).location()).isNull();
        claims.put("redirect_uri", App.REDIRECT_URI);
        claims.remove("code_challenge");

        assertThat(App.parameters(start(sign(claims)))).containsEntry("error", "invalid_request");
    }

    @Test
    void missingRedirectUriShowsErrorPage() {
        Shown shown = new Browser()
                .open("/oauth2/authorize", Map.of("client_id", app.client().id(), "request", "nonsense"));

        assertThat(shown.response().statusCode()).isEqualTo(400);
        assertThat(shown.location()).isNull();
    }

    private void assertRejected(String object, String error) {
        assertRejected(app, object, error);
    }

    private static void assertRejected(App app, String object, String error) {
        assertThat(App.parameters(app.start(new Browser(), "request", object))).containsEntry("error", error);
    }

    private Shown start(String object) {
        return start(app, object);
    }

    private static Shown start(App app, String object) {
        return new Browser()
                .open("/oauth2/authorize", Map.of("client_id", app.client().id(), "request", object));
    }

    private App registered(SigningKey signingKey) {
        return registered(signingKey, Map.of());
    }

    private App registered(SigningKey signingKey, Map<String, Object> more) {
        Map<String, Object> metadata = new HashMap<>(Map.of(
                "first_party",
                true,
                "jwks",
                Map.of("keys", List.of(signingKey.publicJwk().members()))));
        metadata.putAll(more);
        return App.registered(metadata);
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
