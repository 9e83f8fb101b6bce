package dev.signet.tokens.status.publication;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.support.installation.TestInstallation;
import dev.signet.support.oauth.OAuth;
import io.restassured.response.Response;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.Map;
import java.util.zip.InflaterInputStream;

import static dev.signet.support.Polling.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Reader of status lists that uses only another JOSE library and the specification. */
final class PublishedList {

    private PublishedList() {}

    static String uriOf(String token) {
        return reference(token).get("uri").asText();
    }

    static int indexOf(String token) {
        return reference(token).get("idx").asInt();
    }

    private static JsonNode reference(String token) {
        return OAuth.claims(token).at("/status/status_list");
    }

    /** Fetches by the path only, because no server listens at the host of the issuer. */
    static Response fetch(String uri) {
        assertThat(uri).startsWith(TestInstallation.ISSUER + "/status-lists/");
        return given().get(uri.substring(TestInstallation.ISSUER.length()));
    }

    static JwtClaims claims(String uri) throws Exception {
        JsonWebKeySet keys =
                new JsonWebKeySet(given().get("/.well-known/jwks.json").asString());
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                .setExpectedType(true, "statuslist+jwt")
                .setExpectedIssuer(TestInstallation.ISSUER)
                .setExpectedSubject(uri)
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .build()
                .processToClaims(fetch(uri).then().statusCode(200).extract().asString());
    }

    /** Returns whether the list contains the token as revoked. */
    static boolean revokes(String token) throws Exception {
        Map<?, ?> list = claims(uriOf(token)).getClaimValue("status_list", Map.class);
        assertThat(list.get("bits")).isEqualTo(1L);
        byte[] bytes = new InflaterInputStream(
                        new ByteArrayInputStream(Base64.getUrlDecoder().decode((String) list.get("lst"))))
                .readAllBytes();
        int index = indexOf(token);
        assertThat(index / 8).isLessThan(bytes.length);
        return (bytes[index / 8] >> index % 8 & 1) == 1;
    }

    static void awaitRevoked(String token) {
        await().alias("the list names the token").until(() -> revokes(token));
    }
}
