package dev.signet.jose;

import dev.signet.jose.JwtRejectedException.Reason;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.support.installation.OnBothStacks;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import static dev.signet.jose.JwtRejectedException.Reason.CLAIM;
import static dev.signet.jose.JwtRejectedException.Reason.EXPIRED;
import static dev.signet.jose.JwtRejectedException.Reason.LIFETIME;
import static dev.signet.jose.JwtRejectedException.Reason.NOT_YET_VALID;
import static dev.signet.jose.JwtRejectedException.Reason.TYPE;
import static dev.signet.jose.Tokens.ES256;
import static dev.signet.jose.Tokens.ISSUER;
import static dev.signet.jose.Tokens.NOW;
import static dev.signet.jose.Tokens.policy;
import static dev.signet.jose.Tokens.verifier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The validation of claims (RFC 7519 §4.1). */
@OnBothStacks
class JwtVerifierTest {

    @Test
    void expIsRequiredAndToleratesTheClockSkew() throws Exception {
        assertRejected(policy(), base(), Reason.CLAIM);
        assertAccepted(policy(), times(NOW.minusSeconds(300), NOW.minusSeconds(29)));
        assertRejected(policy(), times(NOW.minusSeconds(300), NOW.minusSeconds(30)), EXPIRED);
        assertRejected(policy().clockSkew(Duration.ZERO), times(NOW.minusSeconds(300), NOW), EXPIRED);
        assertAccepted(policy().clockSkew(Duration.ZERO), times(NOW.minusSeconds(299), NOW.plusSeconds(1)));
    }

    @Test
    void tokenIssuedInTheFutureIsRejected() throws Exception {
        assertAccepted(policy(), times(NOW.plusSeconds(30), NOW.plusSeconds(300)));
        assertRejected(policy(), times(NOW.plusSeconds(31), NOW.plusSeconds(300)), NOT_YET_VALID);
        assertAccepted(policy(), times(NOW, NOW.plusSeconds(300)).claim("nbf", NOW.plusSeconds(30)));
        assertRejected(policy(), times(NOW, NOW.plusSeconds(300)).claim("nbf", NOW.plusSeconds(31)), NOT_YET_VALID);
    }

    @Test
    void lifetimeAboveThePolicyLimitIsRejected() throws Exception {
        assertRejected(policy(), times(NOW, NOW.plusSeconds(301)), LIFETIME);
        assertRejected(policy(), times(NOW, NOW), LIFETIME);
        assertRejected(policy(), times(NOW.plusSeconds(10), NOW.plusSeconds(5)), LIFETIME);
        assertAccepted(policy(), base().claim("exp", NOW.plusSeconds(300)));
        assertRejected(policy(), base().claim("exp", NOW.plusSeconds(301)), LIFETIME);
        assertRejected(policy(), base().claim("exp", 253_402_300_799L), LIFETIME);
    }

    @Test
    void issuerIsComparedExactly() {
        for (String issuer :
                List.of(ISSUER + "/", ISSUER.toUpperCase(Locale.ROOT), "", "https://id.example.org.evil")) {
            assertRejected(policy().issuer(issuer), times(NOW, NOW.plusSeconds(60)), Reason.ISSUER);
        }
    }

    @Test
    void audienceMustBeInAud() throws Exception {
        ClaimsSet.Builder one = ClaimsSet.builder().claim("iss", ISSUER).claim("exp", NOW.plusSeconds(60));
        assertRejected(policy(), one, Reason.AUDIENCE);
        assertAccepted(policy().audience("b"), live().claim("aud", List.of("a", "b")));
        assertRejected(policy().audience("c"), live().claim("aud", List.of("a", "b")), Reason.AUDIENCE);
        assertRejected(policy(), live().claim("aud", List.of()), Reason.AUDIENCE);
        assertRejected(policy(), live().claim("aud", Tokens.AUDIENCE + "x"), Reason.AUDIENCE);
    }

    @Test
    void verifiedTokenIsCheckedAgainForPolicyKeyAndTime() throws Exception {
        VerifiedJwt known = verifier(policy())
                .verify(ES256.signer()
                        .sign(JwtType.ACCESS_TOKEN, Tokens.claims().build()));
        JwtPolicy policy = policy().build();
        VerificationKey other = Engines.underTest()
                .verificationKey(
                        Engines.underTest().generate(JwsAlgorithm.ES256).publicJwk());

        assertThat(verifier(policy()).verifyAgain(known)).isSameAs(known);
        assertRejection(() -> verifier(policy().audience("b")).verifyAgain(known), Reason.AUDIENCE);
        assertRejection(
                () -> verifier(JwtPolicy.builder().issuer(ISSUER).types(JwtType.ID_TOKEN))
                        .verifyAgain(known),
                TYPE);
        assertRejection(
                () -> new JwtVerifier(kid -> null, policy, Tokens.CLOCK).verifyAgain(known), Reason.UNKNOWN_KEY);
        assertRejection(
                () -> new JwtVerifier(kid -> other, policy, Tokens.CLOCK).verifyAgain(known), Reason.UNKNOWN_KEY);
        Clock later = Clock.offset(Tokens.CLOCK, Duration.ofSeconds(331));
        assertRejection(() -> new JwtVerifier(kid -> known.key(), policy, later).verifyAgain(known), EXPIRED);
    }

    private static void assertRejection(ThrowingCallable call, Reason reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        JwtRejectedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void unexpectedAudienceIsRejectedUnlessIgnored() throws Exception {
        JwtPolicy.Builder none = JwtPolicy.builder().issuer(ISSUER).types(JwtType.ACCESS_TOKEN);
        assertAccepted(none, live());
        assertRejected(none, live().claim("aud", "someone"), Reason.AUDIENCE);
        assertAccepted(none.ignoreAudience(), live().claim("aud", "someone"));
    }

    @Test
    void missingRequiredClaimIsRejected() throws Exception {
        assertAccepted(
                policy().requiredClaims("jti"), times(NOW, NOW.plusSeconds(60)).claim("jti", "1"));
        assertRejected(policy().requiredClaims("jti"), times(NOW, NOW.plusSeconds(60)), CLAIM);
    }

    @Test
    void registeredClaimsOfWrongTypeAreRejected() {
        for (String name : List.of("sub", "jti", "client_id", "scope", "sid", "upn", "nonce")) {
            assertRejected(policy(), times(NOW, NOW.plusSeconds(60)).claim(name, 7), CLAIM);
            assertRejected(policy(), times(NOW, NOW.plusSeconds(60)).claim(name, List.of("x")), CLAIM);
        }
        assertRejected(policy(), times(NOW, NOW.plusSeconds(60)).claim("groups", "admin"), CLAIM);
        assertRejected(policy(), times(NOW, NOW.plusSeconds(60)).claim("amr", true), CLAIM);
        assertRejected(policy(), live().claim("aud", 7), CLAIM);
    }

    @Test
    void tokenWithoutKidUsesTheOnlyKey() throws JwtRejectedException {
        String token = Tokens.signed(Tokens.ES256, "{\"alg\":\"ES256\",\"typ\":\"at+jwt\"}", Tokens.claimsJson());
        VerificationKey only = Engines.underTest().verificationKey(Tokens.ES256.publicJwk());
        VerificationKeys one = new VerificationKeys() {
            @Override
            public VerificationKey find(String kid) {
                return null;
            }

            @Override
            public VerificationKey onlyKey() {
                return only;
            }
        };

        JwtVerifier verifier = new JwtVerifier(one, Tokens.policy().build(), Tokens.CLOCK);
        assertThat(verifier.verify(token).claims().string("sub")).contains("alice");
        assertRejection(() -> Tokens.verifier().verify(token), Reason.UNKNOWN_KEY);
    }

    @Test
    void untypedTokenRequiresAPolicyThatAcceptsIt() throws Exception {
        String header = "{\"alg\":\"ES256\",\"kid\":\"" + ES256.kid() + "\"}";
        String token = Tokens.signed(ES256, header, Tokens.claimsJson());

        assertThat(verifier(policy().acceptUntyped()).verify(token).claims().string("sub"))
                .contains("alice");
        assertThatThrownBy(() -> verifier().verify(token))
                .isInstanceOfSatisfying(
                        JwtRejectedException.class, e -> assertThat(e.reason()).isEqualTo(TYPE));
    }

    @Test
    void invalidPolicyIsRejected() {
        assertThatThrownBy(() -> JwtPolicy.builder().types(JwtType.ID_TOKEN).build())
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> JwtPolicy.builder().issuer(ISSUER).build()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> policy().ignoreAudience().build()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> policy().clockSkew(Duration.ofSeconds(61)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> policy().maxLifetime(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void duplicateClaimsAndInvalidUnicodeAreRejected() {
        assertThatThrownBy(() -> Tokens.claims().claim("sub", "x")).isInstanceOf(IllegalArgumentException.class);
        ClaimsSet broken = ClaimsSet.builder().claim("name", "\ud800").build();
        assertThatThrownBy(() -> ES256.signer().sign(JwtType.ID_TOKEN, broken))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ClaimsSet.Builder base() {
        return ClaimsSet.builder().claim("iss", ISSUER).claim("aud", Tokens.AUDIENCE);
    }

    private static ClaimsSet.Builder live() {
        return ClaimsSet.builder().claim("iss", ISSUER).claim("iat", NOW).claim("exp", NOW.plusSeconds(60));
    }

    private static ClaimsSet.Builder times(Instant issued, Instant expires) {
        return base().claim("iat", issued).claim("exp", expires);
    }

    private static void assertAccepted(JwtPolicy.Builder policy, ClaimsSet.Builder claims) throws JwtRejectedException {
        ClaimsSet signed = claims.build();

        VerifiedJwt jwt = verifier(policy).verify(ES256.signer().sign(JwtType.ACCESS_TOKEN, signed));

        assertThat(jwt.claims()).isEqualTo(signed);
    }

    private static void assertRejected(JwtPolicy.Builder policy, ClaimsSet.Builder claims, Reason reason) {
        String token = ES256.signer().sign(JwtType.ACCESS_TOKEN, claims.build());

        assertThatThrownBy(() -> verifier(policy).verify(token))
                .isInstanceOfSatisfying(
                        JwtRejectedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
