package dev.signet.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signet.jose.Engines;
import dev.signet.jose.JwtRejectedException;
import dev.signet.jose.JwtRejectedException.Reason;
import dev.signet.jose.SignatureEngine;
import dev.signet.jose.UnverifiedJwt;
import dev.signet.jose.VerificationKey;
import dev.signet.jose.jwk.Jwk;
import dev.signet.support.installation.OnBothStacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The examples printed in RFC 7515 appendix A, RFC 7638 §3.1 and RFC 8037 appendix A. */
@OnBothStacks
class RfcExamplesTest {

    static Stream<Arguments> engines() {
        return Engines.all().map(engine -> Arguments.of(engine.name(), engine));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("engines")
    void rs256OfAppendixA2Verifies(String name, SignatureEngine engine) throws Exception {
        JsonNode example = example("RFC7515-A.2-RS256");

        assertThat(payload(engine, example.get("jwk"), example)).contains("\"iss\":\"joe\"");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("engines")
    void es256OfAppendixA3Verifies(String name, SignatureEngine engine) throws Exception {
        JsonNode example = example("RFC7515-A.3-ES256");

        assertThat(payload(engine, example.get("jwk"), example)).contains("\"iss\":\"joe\"");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("engines")
    void edDsaOfAppendixA4VerifiesWithAnEdDsaKey(String name, SignatureEngine engine) throws Exception {
        JsonNode example = example("RFC8037-A.4-EdDSA");
        ObjectNode jwk = example.get("jwk").deepCopy();

        assertThat(payload(engine, jwk.put("alg", "EdDSA"), example)).isEqualTo("Example of Ed25519 signing");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("engines")
    void edDsaIsRejectedForAKeyWithoutAlg(String name, SignatureEngine engine) throws Exception {
        JsonNode example = example("RFC8037-A.4-EdDSA");

        assertThatThrownBy(() -> payload(engine, example.get("jwk"), example))
                .isInstanceOfSatisfying(
                        JwtRejectedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.ALGORITHM));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("engines")
    void hs256AndNoneOfAppendixAAreRejectedForEveryKey(String name, SignatureEngine engine) throws Exception {
        for (String id : new String[] {"RFC7515-A.1-HS256", "RFC7515-A.5-none (must be refused)"}) {
            for (String key : new String[] {"RFC7515-A.2-RS256", "RFC7515-A.3-ES256", "RFC8037-A.4-EdDSA"}) {
                JsonNode jwk = example(key).get("jwk");
                JsonNode rejected = example(id);

                assertThatThrownBy(() -> payload(engine, jwk, rejected))
                        .isInstanceOfSatisfying(
                                JwtRejectedException.class,
                                e -> assertThat(e.reason()).isEqualTo(Reason.ALGORITHM));
            }
        }
    }

    @Test
    void thumbprintsMatchTheRfcs() throws Exception {
        int checked = 0;
        for (JsonNode example : Vectors.read("rfc/thumbprints.json")) {
            Jwk jwk = Jwk.parse(example.get("jwk").toString());

            assertThat(jwk.thumbprint()).isEqualTo(example.get("thumbprint").asText());
            checked++;
        }
        assertThat(checked).isEqualTo(2);
    }

    @Test
    void hmacTokensOfTutorialsAreRejected() throws Exception {
        VerificationKey key = SignatureEngine.jdk()
                .verificationKey(
                        Jwk.parse(example("RFC7515-A.2-RS256").get("jwk").toString()));
        for (JsonNode tutorial : Vectors.read("tutorial-tokens.json").get("tokens")) {
            String token = tutorial.get("token").asText();

            assertThat(UnverifiedJwt.parse(token).header().alg()).isEqualTo("HS256");
            assertThatThrownBy(() -> Engines.verify(key, token))
                    .isInstanceOfSatisfying(
                            JwtRejectedException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.ALGORITHM));
        }
    }

    private static String payload(SignatureEngine engine, JsonNode jwk, JsonNode example) throws Exception {
        VerificationKey key = engine.verificationKey(Jwk.parse(jwk.toString()));
        return new String(Engines.verify(key, example.get("jws").asText()), StandardCharsets.UTF_8);
    }

    private static JsonNode example(String id) throws IOException {
        for (JsonNode example : Vectors.read("rfc/jws_examples.json")) {
            if (example.get("id").asText().equals(id)) {
                return example;
            }
        }
        throw new IllegalArgumentException(id);
    }
}
