package dev.signet.jose;

import dev.signet.jose.JwtRejectedException.Reason;
import dev.signet.support.OnBothStacks;
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

/** The claims half of verifying (RFC 7519 section 4.1). */
@OnBothStacks
class JwtVerifierTest {

    @Test
    void expIsNeededAndHoldsUpToTheSkew() throws Exception {
        rejected(policy(), base(), Reason.CLAIM);
        accepted(policy(), times(NOW.minusSeconds(300), NOW.minusSeconds(29)));
        rejected(policy(), times(NOW.minusSeconds(300), NOW.minusSeconds(30)), EXPIRED);
        rejected(policy().clockSkew(Duration.ZERO), times(NOW.minusSeconds(300), NOW), EXPIRED);
        accepted(policy().clockSkew(Duration.ZERO), times(NOW.minusSeconds(299), NOW.plusSeconds(1)));
    }

    @Test
    void whatIsIssuedInTheFutureIsNotYetValid() throws Exception {
        accepted(policy(), times(NOW.plusSeconds(30), NOW.plusSeconds(300)));
        rejected(policy(), times(NOW.plusSeconds(31), NOW.plusSeconds(300)), NOT_YET_VALID);
        accepted(policy(), times(NOW, NOW.plusSeconds(300)).claim("nbf", NOW.plusSeconds(30)));
        rejected(policy(), times(NOW, NOW.plusSeconds(300)).claim("nbf", NOW.plusSeconds(31)), NOT_YET_VALID);
    }

    @Test
    void noTokenLivesLongerThanThePolicySays() throws Exception {
        rejected(policy(), times(NOW, NOW.plusSeconds(301)), LIFETIME);
        rejected(policy(), times(NOW, NOW), LIFETIME);
        rejected(policy(), times(NOW.plusSeconds(10), NOW.plusSeconds(5)), LIFETIME);
        accepted(policy(), base().claim("exp", NOW.plusSeconds(300)));
        rejected(policy(), base().claim("exp", NOW.plusSeconds(301)), LIFETIME);
        rejected(policy(), base().claim("exp", 253_402_300_799L), LIFETIME);
    }

    @Test
    void theIssuerIsComparedExactly() {
        for (String issuer :
                List.of(ISSUER + "/", ISSUER.toUpperCase(Locale.ROOT), "", "https://id.example.org.evil")) {
            rejected(policy().issuer(issuer), times(NOW, NOW.plusSeconds(60)), Reason.ISSUER);
        }
    }

    @Test
    void theAudienceIsAMemberOfAud() throws Exception {
        ClaimsSet.Builder one = ClaimsSet.builder().claim("iss", ISSUER).claim("exp", NOW.plusSeconds(60));
        rejected(policy(), one, Reason.AUDIENCE);
        accepted(policy().audience("b"), live().claim("aud", List.of("a", "b")));
        rejected(policy().audience("c"), live().claim("aud", List.of("a", "b")), Reason.AUDIENCE);
        rejected(policy(), live().claim("aud", List.of()), Reason.AUDIENCE);
        rejected(policy(), live().claim("aud", Tokens.AUDIENCE + "x"), Reason.AUDIENCE);
    }

    @Test
    void whatWasVerifiedIsJudgedAgainByPolicyKeyAndTime() throws Exception {
        VerifiedJwt known = verifier(policy())
                .verify(ES256.signer()
                        .sign(JwtType.ACCESS_TOKEN, Tokens.claims().build()));
        JwtPolicy policy = policy().build();
        VerificationKey other = Engines.underTest()
                .verificationKey(
                        Engines.underTest().generate(JwsAlgorithm.ES256).publicJwk());

        assertThat(verifier(policy()).verifyAgain(known)).isSameAs(known);
        refused(() -> verifier(policy().audience("b")).verifyAgain(known), Reason.AUDIENCE);
        refused(
                () -> verifier(JwtPolicy.builder().issuer(ISSUER).types(JwtType.ID_TOKEN))
                        .verifyAgain(known),
                TYPE);
        refused(() -> new JwtVerifier(kid -> null, policy, Tokens.CLOCK).verifyAgain(known), Reason.UNKNOWN_KEY);
        refused(() -> new JwtVerifier(kid -> other, policy, Tokens.CLOCK).verifyAgain(known), Reason.UNKNOWN_KEY);
        Clock later = Clock.offset(Tokens.CLOCK, Duration.ofSeconds(331));
        refused(() -> new JwtVerifier(kid -> known.key(), policy, later).verifyAgain(known), EXPIRED);
    }

    private static void refused(ThrowingCallable call, Reason reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        JwtRejectedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void anAudienceNobodyExpectsIsRefusedUnlessIgnored() throws Exception {
        JwtPolicy.Builder none = JwtPolicy.builder().issuer(ISSUER).types(JwtType.ACCESS_TOKEN);
        accepted(none, live());
        rejected(none, live().claim("aud", "someone"), Reason.AUDIENCE);
        accepted(none.ignoreAudience(), live().claim("aud", "someone"));
    }

    @Test
    void requiredClaimsArePresent() throws Exception {
        accepted(policy().requiredClaims("jti"), times(NOW, NOW.plusSeconds(60)).claim("jti", "1"));
        rejected(policy().requiredClaims("jti"), times(NOW, NOW.plusSeconds(60)), CLAIM);
    }

    @Test
    void registeredClaimsHaveTheirType() {
        for (String name : List.of("sub", "jti", "client_id", "scope", "sid", "upn", "nonce")) {
            rejected(policy(), times(NOW, NOW.plusSeconds(60)).claim(name, 7), CLAIM);
            rejected(policy(), times(NOW, NOW.plusSeconds(60)).claim(name, List.of("x")), CLAIM);
        }
        rejected(policy(), times(NOW, NOW.plusSeconds(60)).claim("groups", "admin"), CLAIM);
        rejected(policy(), times(NOW, NOW.plusSeconds(60)).claim("amr", true), CLAIM);
        rejected(policy(), live().claim("aud", 7), CLAIM);
    }

    @Test
    void tokenThatNamesNoKeyIsThatOfTheOnlyOne() throws JwtRejectedException {
        String token = Tokens.signed(Tokens.ES256, "{\"alg\":\"ES256\",\"typ\":\"at+jwt\"}", Tokens.claimsJson());
        VerificationKey only = Engines.underTest().verificationKey(Tokens.ES256.publicJwk());
        VerificationKeys one = new VerificationKeys() {
            @Override
            public VerificationKey find(String kid) {
                return null;
            }

            @Override
            public VerificationKey only() {
                return only;
            }
        };

        JwtVerifier verifier = new JwtVerifier(one, Tokens.policy().build(), Tokens.CLOCK);
        assertThat(verifier.verify(token).claims().string("sub")).contains("alice");
        refused(() -> Tokens.verifier().verify(token), Reason.UNKNOWN_KEY);
    }

    @Test
    void anUntypedTokenNeedsAPolicyThatSaysSo() throws Exception {
        String header = "{\"alg\":\"ES256\",\"kid\":\"" + ES256.kid() + "\"}";
        String token = Tokens.signed(ES256, header, Tokens.claimsJson());

        assertThat(verifier(policy().acceptUntyped()).verify(token).claims().string("sub"))
                .contains("alice");
        assertThatThrownBy(() -> verifier().verify(token))
                .isInstanceOfSatisfying(
                        JwtRejectedException.class, e -> assertThat(e.reason()).isEqualTo(TYPE));
    }

    @Test
    void aPolicyThatCannotHoldIsNotBuilt() {
        assertThatThrownBy(() -> JwtPolicy.builder().types(JwtType.ID_TOKEN).build())
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> JwtPolicy.builder().issuer(ISSUER).build()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> policy().ignoreAudience().build()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> policy().clockSkew(Duration.ofSeconds(61)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> policy().maxLifetime(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aClaimIsSetOnceAndTextThatIsNotUnicodeIsNotSigned() {
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

    private static void accepted(JwtPolicy.Builder policy, ClaimsSet.Builder claims) throws JwtRejectedException {
        ClaimsSet signed = claims.build();

        VerifiedJwt jwt = verifier(policy).verify(ES256.signer().sign(JwtType.ACCESS_TOKEN, signed));

        assertThat(jwt.claims()).isEqualTo(signed);
    }

    private static void rejected(JwtPolicy.Builder policy, ClaimsSet.Builder claims, Reason reason) {
        String token = ES256.signer().sign(JwtType.ACCESS_TOKEN, claims.build());

        assertThatThrownBy(() -> verifier(policy).verify(token))
                .isInstanceOfSatisfying(
                        JwtRejectedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
