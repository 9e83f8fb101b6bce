package dev.signet.flow;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Verification of tokens across rotations by a program with only the JWKS and another library. */
@QuarkusTest
class ThirdPartyVerificationTest {

    @Test
    @Journey
    void tokenVerifiesFromTheJwksAlone() throws Exception {
        TestUser user = Signet.createUser("reader");

        JwtClaims claims = verifier().processToClaims(user.login().access());

        assertThat(claims.getSubject()).isEqualTo(user.id());
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("reader");
    }

    @Test
    @Journey
    void tokensOfBothSidesOfARotationVerify() throws Exception {
        TestUser user = Signet.createUser();
        String before = user.login().access();

        Signet.bearer(Signet.admin().access())
                .contentType(ContentType.JSON)
                .body(Map.of("immediate", true))
                .post("/admin/keys/rotations")
                .then()
                .statusCode(201);
        String after = user.login().access();

        JwtConsumer verifier = verifier();
        assertThat(verifier.processToClaims(before).getSubject()).isEqualTo(user.id());
        assertThat(verifier.processToClaims(after).getSubject()).isEqualTo(user.id());
        assertThat(after.split("\\.")[0]).isNotEqualTo(before.split("\\.")[0]);
    }

    @Test
    @Journey
    void changedTokenDoesNotVerify() throws Exception {
        String token = Signet.createUser().login().access();
        int middle = token.indexOf('.') + 20;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';
        String changed = token.substring(0, middle) + other + token.substring(middle + 1);
        JwtConsumer verifier = verifier();

        assertThatThrownBy(() -> verifier.processToClaims(changed)).isInstanceOf(InvalidJwtException.class);
    }

    private static JwtConsumer verifier() throws Exception {
        String jwks = given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(jwks).getJsonWebKeys()))
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.RSA_USING_SHA256,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setExpectedType(true, "at+jwt")
                .setSkipDefaultAudienceValidation()
                .setRequireExpirationTime()
                .setRequireSubject()
                .build();
    }
}
