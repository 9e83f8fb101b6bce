package dev.signet.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signet.jose.Engines;
import dev.signet.jose.JwtRejectedException;
import dev.signet.jose.SignatureEngine;
import dev.signet.jose.UnverifiedJwt;
import dev.signet.jose.VerificationKey;
import dev.signet.jose.jwk.InvalidJwkException;
import dev.signet.jose.jwk.Jwk;
import dev.signet.support.installation.OnBothStacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Examples of RFC 7520 (the JOSE cookbook) and RFC 8037: only compact signatures with RS256, ES256 or EdDSA verify. */
@OnBothStacks
class CookbookTest {

    static Stream<Arguments> engines() {
        return Engines.all().map(engine -> Arguments.of(engine.name(), engine));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("engines")
    void onlySignaturesOfSupportedAlgorithmsVerify(String name, SignatureEngine engine) throws Exception {
        List<String> verified = new ArrayList<>();
        List<String> rejected = new ArrayList<>();
        List<JsonNode> examples = new ArrayList<>(Vectors.readAll("cookbook/jws"));
        examples.add(Vectors.read("cookbook/curve25519/jws.json"));
        for (JsonNode example : examples) {
            String title = example.get("title").asText();
            JsonNode compact = example.at("/output/compact");
            if (compact.isMissingNode()) {
                rejected.add(title);
                continue;
            }
            try {
                VerificationKey key = engine.verificationKey(publicHalf(example));
                String payload = new String(Engines.verify(key, compact.asText()), StandardCharsets.UTF_8);
                assertThat(payload).isEqualTo(example.at("/input/payload").asText());
                verified.add(title);
            } catch (InvalidJwkException | JwtRejectedException e) {
                rejected.add(title);
            }
        }
        assertThat(verified).containsExactlyInAnyOrder("RSA v1.5 Signature", "Ed25519 signing");
        assertThat(rejected)
                .containsExactlyInAnyOrder(
                        "RSA-PSS Signature",
                        "ECDSA Signature",
                        "HMAC-SHA2 Integrity Protection",
                        "Signature with Detached Content",
                        "Protecting Specific Header Fields",
                        "Protecting Content Only",
                        "Multiple Signatures");
    }

    @Test
    void encryptedTokensAreRejected() throws Exception {
        int rejected = 0;
        for (JsonNode example : Vectors.readAll("cookbook/jwe")) {
            JsonNode compact = example.at("/output/compact");
            if (!compact.isMissingNode()) {
                assertThatThrownBy(() -> UnverifiedJwt.parse(compact.asText()))
                        .isInstanceOf(JwtRejectedException.class);
                rejected++;
            }
        }
        assertThat(rejected).isPositive();
    }

    @Test
    void unencodedPayloadsOfRfc7797AreRejected() throws Exception {
        int rejected = 0;
        for (JsonNode example : Vectors.readAll("cookbook/rfc7797")) {
            JsonNode compact = example.at("/output/compact");
            if (!compact.isMissingNode()) {
                assertThatThrownBy(() -> UnverifiedJwt.parse(compact.asText()))
                        .isInstanceOf(JwtRejectedException.class);
                rejected++;
            }
        }
        assertThat(rejected).isPositive();
    }

    @Test
    void privateJwkIsRejectedAsPublicKey() throws Exception {
        JsonNode key = Vectors.read("cookbook/jwk/3_4.rsa_private_key.json");

        assertThatThrownBy(() -> Jwk.parse(key.toString())).isInstanceOf(InvalidJwkException.class);
    }

    private static Jwk publicHalf(JsonNode example) {
        ObjectNode key = example.at("/input/key").deepCopy();
        key.remove(List.of("d", "p", "q", "dp", "dq", "qi"));
        if (key.path("kty").asText().equals("OKP")) {
            key.put("alg", "EdDSA");
        }
        return Jwk.parse(key.toString());
    }
}
