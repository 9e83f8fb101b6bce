package dev.signet.keys.publication;

import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.TestInstallation;
import dev.signet.support.oauth.OAuth;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

@QuarkusTest
class SignedJwksTest {

    private static final String PLAIN = "/.well-known/jwks.json";
    private static final String SIGNED = "/.well-known/jwks.jwt";

    @Test
    @Journey
    void signedKeySetContainsTheKeysOfThePlainSet() throws Exception {
        Response plain = given().get(PLAIN);
        Response signed = given().get(SIGNED);

        JwtClaims claims = new JwtConsumerBuilder()
                .setVerificationKeyResolver(
                        new JwksVerificationKeyResolver(new JsonWebKeySet(plain.asString()).getJsonWebKeys()))
                .setExpectedIssuer(TestInstallation.ISSUER)
                .setExpectedSubject(TestInstallation.ISSUER)
                .setExpectedType(true, "jwk-set+jwt")
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .build()
                .processToClaims(signed.asString());

        signed.then().statusCode(200).contentType("application/jwk-set+jwt");
        assertThat(claims.getClaimsMap().get("keys")).isEqualTo(plain.jsonPath().getList("keys"));
    }

    @Test
    void newKeyIsInTheSignedKeySetAtOnce() {
        String kid = Signet.bearer(Signet.admin().access())
                .contentType(ContentType.JSON)
                .body(Map.of("alg", "ES256", "immediate", true))
                .post("/admin/keys/rotations")
                .then()
                .statusCode(201)
                .extract()
                .path("keys[0].kid");

        assertThat(OAuth.claims(given().get(SIGNED).asString()).get("keys").findValuesAsText("kid"))
                .contains(kid);
    }

    @Test
    void signedKeySetIsCacheable() {
        Response signed = given().header("Origin", "https://app.example").get(SIGNED);

        signed.then()
                .header("Cache-Control", matchesPattern("public, max-age=[1-9][0-9]*"))
                .header("Access-Control-Allow-Origin", "*");
        given().header("If-None-Match", signed.header("ETag"))
                .get(SIGNED)
                .then()
                .statusCode(304)
                .body(is(blankOrNullString()));
        given().head(SIGNED).then().statusCode(200).body(is(blankOrNullString()));
        given().post(SIGNED).then().statusCode(405);
    }

    @Test
    void metadataContainsTheSignedJwksUri() {
        for (String document : List.of("openid-configuration", "oauth-authorization-server")) {
            given().get("/.well-known/" + document)
                    .then()
                    .body("signed_jwks_uri", equalTo(TestInstallation.ISSUER + SIGNED));
        }
    }

    @Test
    void signedKeySetIsRejectedAsAccessToken() {
        String signed = given().get(SIGNED).asString();

        Signet.me(signed).then().statusCode(401);
        Signet.verify(signed).then().statusCode(200).body("active", equalTo(false));
    }
}
