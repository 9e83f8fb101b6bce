package dev.signet.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signet.jose.Engines;
import dev.signet.jose.JwtRejectedException;
import dev.signet.jose.SignatureEngine;
import dev.signet.jose.VerificationKey;
import dev.signet.jose.jwk.InvalidJwkException;
import dev.signet.jose.jwk.Jwk;
import dev.signet.jose.jwk.JwkSet;
import dev.signet.support.installation.OnBothStacks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Project Wycheproof, every vector on every engine; {@code docs/standards-deviations.md} lists the vectors that count
 * as rejected by rule.
 */
@OnBothStacks
class WycheproofTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final List<String> PRIVATE = List.of("d", "p", "q", "dp", "dq", "qi");

    static Stream<Arguments> engines() {
        return Engines.all().map(engine -> Arguments.of(engine.name(), engine));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("engines")
    void jsonWebSignaturesMatchTheVectors(String name, SignatureEngine engine) throws IOException {
        Tally tally = new Tally();
        for (JsonNode group : groups("json_web_signature_test.json")) {
            JsonNode key = group.has("public") ? group.get("public") : withoutPrivateMembers(group.get("private"));
            for (JsonNode test : group.get("tests")) {
                String jws = test.get("jws").asText();
                tally.add(test, key.path("alg").asText("none"), accepts(engine, key.toString(), jws));
            }
        }
        assertThat(tally.deviations()).isEmpty();
        assertThat(tally.counts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "accepted", 10,
                        "rejected", 355,
                        "rejected by rule: HS256", 10,
                        "rejected by rule: RS384", 4,
                        "rejected by rule: RS512", 4,
                        "rejected by rule: PS256", 8,
                        "rejected by rule: PS384", 4,
                        "rejected by rule: PS512", 4,
                        "rejected by rule: ES521", 2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("engines")
    void jsonWebKeysMatchTheVectors(String name, SignatureEngine engine) throws IOException {
        Tally tally = new Tally();
        for (JsonNode group : groups("json_web_key_test.json")) {
            JsonNode keys = group.has("public") ? group.get("public") : group.get("private");
            for (JsonNode test : group.get("tests")) {
                String jws = test.get("jws").asText();
                tally.add(test, keys.at("/keys/0/alg").asText(), acceptsBySet(engine, keys.toString(), jws));
            }
        }
        assertThat(tally.deviations()).isEmpty();
        assertThat(tally.counts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "accepted", 1,
                        "rejected", 21,
                        "rejected by rule: HS256", 2,
                        "rejected by rule: HS384", 1,
                        "rejected by rule: HS512", 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("engines")
    void ecdsaSignaturesMatchTheVectors(String name, SignatureEngine engine) throws IOException {
        Tally tally = raw(engine, "ecdsa_secp256r1_sha256_p1363_test.json", WycheproofTest::ecKey);
        boolean oldJdk = engine.name().equals("jdk") && Runtime.version().feature() < 25;
        List<Integer> listed = oldJdk ? List.of(115, 257) : List.of();
        assertThat(listed).containsAll(tally.deviations());
        assertThat(tally.counts())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("accepted", 173 - tally.deviations().size(), "rejected", 89));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("engines")
    void rsaSignaturesMatchTheVectors(String name, SignatureEngine engine) throws IOException {
        Tally tally = raw(engine, "rsa_signature_2048_sha256_test.json", WycheproofTest::rsaKey);
        assertThat(tally.deviations()).isEmpty();
        assertThat(tally.counts())
                .containsExactlyInAnyOrderEntriesOf(Map.of("accepted", 9, "rejected", 249, "left to the verifier", 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("engines")
    void ed25519SignaturesMatchTheVectors(String name, SignatureEngine engine) throws IOException {
        Tally tally = raw(engine, "ed25519_test.json", WycheproofTest::edKey);
        assertThat(tally.deviations()).isEmpty();
        assertThat(tally.counts()).containsExactlyInAnyOrderEntriesOf(Map.of("accepted", 88, "rejected", 63));
    }

    private static Tally raw(SignatureEngine engine, String file, Function<JsonNode, String> jwk) throws IOException {
        Tally tally = new Tally();
        for (JsonNode group : groups(file)) {
            VerificationKey key = engine.verificationKey(Jwk.parse(jwk.apply(group.get("publicKey"))));
            for (JsonNode test : group.get("tests")) {
                byte[] message = HEX.parseHex(test.get("msg").asText());
                byte[] signature = HEX.parseHex(test.get("sig").asText());
                tally.add(test, key.algorithm().wireName(), Engines.verify(key, message, signature));
            }
        }
        return tally;
    }

    private static boolean accepts(SignatureEngine engine, String jwk, String jws) {
        try {
            Engines.verify(engine.verificationKey(Jwk.parse(jwk)), jws);
            return true;
        } catch (InvalidJwkException | JwtRejectedException rejected) {
            return false;
        }
    }

    private static boolean acceptsBySet(SignatureEngine engine, String set, String jws) {
        try {
            for (Jwk jwk : JwkSet.parse(set).keys()) {
                if (accepts(engine, jwk.toJson(), jws)) {
                    return true;
                }
            }
            return false;
        } catch (InvalidJwkException rejected) {
            return false;
        }
    }

    private static JsonNode groups(String file) throws IOException {
        return Vectors.read("wycheproof/" + file).get("testGroups");
    }

    /** So that the rule a vector is about decides, and not our rejection of any private key. */
    private static JsonNode withoutPrivateMembers(JsonNode key) {
        return ((ObjectNode) key).deepCopy().remove(PRIVATE);
    }

    private static String ecKey(JsonNode key) {
        String point = key.get("uncompressed").asText();
        return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\"}"
                .formatted(base64(HEX.parseHex(point.substring(2, 66))), base64(HEX.parseHex(point.substring(66))));
    }

    private static String rsaKey(JsonNode key) {
        return "{\"kty\":\"RSA\",\"n\":\"%s\",\"e\":\"%s\"}"
                .formatted(
                        minimal(key.get("modulus").asText()),
                        minimal(key.get("publicExponent").asText()));
    }

    private static String edKey(JsonNode key) {
        return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"%s\"}"
                .formatted(base64(HEX.parseHex(key.get("pk").asText())));
    }

    private static String minimal(String hex) {
        byte[] signed = new BigInteger(hex, 16).toByteArray();
        return base64(signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
