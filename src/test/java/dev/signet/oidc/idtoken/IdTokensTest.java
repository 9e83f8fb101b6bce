package dev.signet.oidc.idtoken;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountKind;
import dev.signet.clients.AuthenticationMethod;
import dev.signet.clients.Client;
import dev.signet.clients.ClientDisplay;
import dev.signet.clients.ClientUris;
import dev.signet.clients.GrantType;
import dev.signet.clients.IdentitySettings;
import dev.signet.clients.RoleRelease;
import dev.signet.clients.Scope;
import dev.signet.clients.TokenSettings;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwtType;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.keys.ring.KeyRing;
import dev.signet.oauth.token.IssuedGrant;
import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.tokens.grant.AuthenticationContext;
import dev.signet.tokens.grant.Authorization;
import dev.signet.tokens.grant.SessionGrant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Content of ID Tokens, and acceptance of ID Token hints. */
@QuarkusTest
@OnBothStacks
class IdTokensTest {

    private static final Instant AUTH_TIME = Instant.ofEpochSecond(1_795_335_330);
    private static final UUID SESSION = UUID.randomUUID();
    private static final Account ALICE = new Account(
            UUID.randomUUID(),
            AccountKind.PERSON,
            "alice",
            "Alice Liddell",
            "alice@example.com",
            true,
            Set.of(),
            true,
            AUTH_TIME,
            AUTH_TIME,
            null,
            1);

    @Inject
    IdTokenResponseExtension extension;

    @Inject
    IdTokenHints hints;

    @Inject
    KeyRing keys;

    @Test
    void idTokenHasSubjectAuthTimeAndMethods() throws Exception {
        JwtContext token = verified(idToken(grant("openid profile email", "n-0S6_WzA2Mj", null, null)));
        JwtClaims claims = token.getJwtClaims();

        assertThat(claims.getIssuer())
                .isEqualTo(given().get("/.well-known/openid-configuration").path("issuer"));
        assertThat(claims.getSubject()).isEqualTo(ALICE.id().toString());
        assertThat(claims.getAudience()).containsExactly("web");
        assertThat(claims.getStringClaimValue("nonce")).isEqualTo("n-0S6_WzA2Mj");
        assertThat(claims.getClaimValue("auth_time", Long.class)).isEqualTo(AUTH_TIME.getEpochSecond());
        assertThat(claims.getStringClaimValue("acr")).isEqualTo("aal1");
        assertThat(claims.getStringListClaimValue("amr")).containsExactly("pwd");
        assertThat(claims.getStringClaimValue("sid")).isEqualTo(SESSION.toString());
        assertThat(claims.getStringClaimValue("at_hash"))
                .isEqualTo(TokenHash.of("access", JwsAlgorithm.RS256).orElseThrow());
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isPositive()
                .isLessThanOrEqualTo(86_400);
        assertThat(token.getJoseObjects().get(0).getHeaders().getStringHeaderValue("typ"))
                .isEqualTo("JWT");
        assertThat(token.getJoseObjects().get(0).getAlgorithmHeaderValue()).isEqualTo("RS256");
    }

    @Test
    void personalClaimsNeedExplicitRequest() throws Exception {
        assertThat(verified(idToken(grant("openid profile email", null, null, null)))
                        .getJwtClaims()
                        .getClaimNames())
                .containsExactlyInAnyOrder(
                        "iss", "sub", "aud", "exp", "iat", "auth_time", "acr", "amr", "sid", "at_hash");

        String request = """
                {"id_token": {"email": {"essential": true}, "email_verified": null, "phone_number": null, "sub": null}}""";
        JwtClaims claims =
                verified(idToken(grant("openid email", null, null, request))).getJwtClaims();

        assertThat(claims.getStringClaimValue("email")).isEqualTo("alice@example.com");
        assertThat(claims.getClaimValue("email_verified")).isEqualTo(true);
        assertThat(claims.getClaimNames()).doesNotContain("phone_number", "preferred_username");
    }

    @Test
    void claimOfUngrantedScopeIsOmitted() throws Exception {
        String request = "{\"id_token\": {\"preferred_username\": {\"essential\": true}}}";

        assertThat(verified(idToken(grant("openid email", null, null, request)))
                        .getJwtClaims()
                        .getClaimNames())
                .doesNotContain("preferred_username");
    }

    @Test
    void idTokenHasTheRegisteredAlgorithm() throws Exception {
        JwtContext token = verified(idToken(grant("openid", null, JwsAlgorithm.ES256, null)));

        assertThat(token.getJoseObjects().get(0).getAlgorithmHeaderValue()).isEqualTo("ES256");
    }

    @Test
    void idTokenRequiresOpenidScope() {
        Map<String, Object> response = new HashMap<>();

        extension.extend(grant("profile openid2", null, null, null), response);

        assertThat(response).isEmpty();
    }

    @Test
    void ownIdTokenIsAcceptedAsHint() {
        IdTokenHint hint =
                hints.read(idToken(grant("openid", null, null, null))).orElseThrow();

        assertThat(hint).isEqualTo(new IdTokenHint("web", ALICE.id().toString()));
    }

    @Test
    void expiredIdTokenIsAcceptedAsHint() {
        Instant then = Instant.now().minus(Duration.ofDays(3));
        String expired = keys.signer(JwsAlgorithm.RS256)
                .sign(
                        JwtType.ID_TOKEN,
                        ClaimsSet.builder()
                                .claim(
                                        "iss",
                                        given().get("/.well-known/openid-configuration")
                                                .<String>path("issuer"))
                                .claim("sub", "somebody")
                                .claim("aud", "web")
                                .claim("iat", then)
                                .claim("exp", then.plus(Duration.ofHours(1)))
                                .claim("auth_time", then)
                                .claim("at_hash", "x")
                                .build());

        assertThat(hints.read(expired)).contains(new IdTokenHint("web", "somebody"));
    }

    @Test
    void hintWithUnknownKeyIsIgnored() {
        String header = "{\"alg\":\"RS256\",\"kid\":\"theirs\",\"typ\":\"JWT\"}";
        String foreign = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + ".e30.AAAA";

        assertThat(hints.read(foreign)).isEmpty();
    }

    @Test
    void otherTokensAreRejectedAsHint() {
        String own = idToken(grant("openid", null, null, null));
        int last = own.length() - 10;
        String changed = own.substring(0, last) + (own.charAt(last) == 'A' ? 'B' : 'A') + own.substring(last + 1);

        for (String token : List.of(
                Signet.admin().access(), changed, "eyJhbGciOiJub25lIn0.eyJpc3MiOiJ4In0.", "garbage", own + ".x")) {
            assertThatExceptionOfType(ServiceException.class)
                    .isThrownBy(() -> hints.read(token))
                    .extracting(ServiceException::code)
                    .isEqualTo(ErrorCode.INVALID_REQUEST);
        }
    }

    private String idToken(IssuedGrant grant) {
        Map<String, Object> response = new HashMap<>();
        extension.extend(grant, response);
        return (String) response.get("id_token");
    }

    private static IssuedGrant grant(
            String scope, @Nullable String nonce, @Nullable JwsAlgorithm algorithm, @Nullable String claims) {
        Client client = new Client(
                "web",
                "Web",
                true,
                AuthenticationMethod.CLIENT_SECRET_BASIC,
                Set.of(GrantType.AUTHORIZATION_CODE),
                Scope.ofText("openid profile email"),
                List.of(),
                Set.of(),
                ClientUris.NONE,
                new TokenSettings(null, algorithm, null, null, false, true, RoleRelease.BY_SCOPE, List.of(), 0),
                false,
                false,
                IdentitySettings.DEFAULT,
                ClientDisplay.NONE,
                false);
        Authorization authorization = new Authorization(
                ALICE.id(),
                client.id(),
                List.of("https://api.example"),
                Scope.ofText(scope),
                new AuthenticationContext("aal1", List.of("pwd"), AUTH_TIME));
        return new IssuedGrant(client, ALICE, new SessionGrant(SESSION, authorization), nonce, "access", null, claims);
    }

    private static JwtContext verified(String token) throws Exception {
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(
                        new JsonWebKeySet(given().get("/.well-known/jwks.json").asString()).getJsonWebKeys()))
                .setExpectedAudience("web")
                .setRequireExpirationTime()
                .build();
        return consumer.process(token);
    }
}
