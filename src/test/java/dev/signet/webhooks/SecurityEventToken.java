package dev.signet.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.support.installation.TestInstallation;
import dev.signet.support.oauth.OAuth;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

import static io.restassured.RestAssured.given;

/** Security event token as a receiver reads it: with the published keys and another library. */
public record SecurityEventToken(String compact, JsonNode claims) {

    /** Verifies signature, type, issuer and audience. */
    public static SecurityEventToken verified(String compact, String audience) {
        try {
            new JwtConsumerBuilder()
                    .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(
                                    given().get("/.well-known/jwks.json").asString())
                            .getJsonWebKeys()))
                    .setExpectedType(true, "secevent+jwt")
                    .setExpectedIssuer(TestInstallation.ISSUER)
                    .setExpectedAudience(audience)
                    .setRequireIssuedAt()
                    .setRequireJwtId()
                    .build()
                    .process(compact);
        } catch (InvalidJwtException | JoseException e) {
            throw new AssertionError(e);
        }
        return new SecurityEventToken(compact, OAuth.claims(compact));
    }

    public String jti() {
        return claims.get("jti").textValue();
    }

    public JsonNode event(String name) {
        JsonNode event = claims.get("events").get(name);
        if (event == null) {
            throw new AssertionError("no " + name + " in " + claims.get("events"));
        }
        return event;
    }
}
