package dev.signet.jose;

import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.support.installation.OnBothStacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@OnBothStacks
class SignatureEngineTest {

    private static final byte[] MESSAGE = {1, 2, 3};

    static Stream<Arguments> enginesAndAlgorithms() {
        return Engines.all()
                .flatMap(engine -> Stream.of(JwsAlgorithm.values())
                        .filter(engine::supports)
                        .map(algorithm -> Arguments.of(engine.name(), engine, algorithm)));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("enginesAndAlgorithms")
    void keysAreInterchangeableBetweenEngines(String name, SignatureEngine engine, JwsAlgorithm algorithm) {
        SigningKey key = engine.generate(algorithm);
        for (SignatureEngine other : Engines.all().toList()) {
            SigningKey stored = other.decode(key.publicJwk(), key.encodedPrivateKey());

            assertThat(engine.verificationKey(key.publicJwk()).verify(MESSAGE, stored.sign(MESSAGE)))
                    .isTrue();
            assertThat(other.verificationKey(key.publicJwk()).verify(MESSAGE, key.sign(MESSAGE)))
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("enginesAndAlgorithms")
    void signaturesOfWrongLengthAreRejected(String name, SignatureEngine engine, JwsAlgorithm algorithm) {
        SigningKey key = engine.generate(algorithm);
        VerificationKey published = engine.verificationKey(key.publicJwk());
        for (int i = 0; i < 20; i++) {
            byte[] signature = key.sign(MESSAGE);

            assertThat(signature)
                    .hasSize(
                            switch (algorithm) {
                                case RS256 -> 256;
                                case ES256, ED25519 -> 64;
                                case ML_DSA_65 -> 3309;
                            });
            assertThat(published.verify(MESSAGE, Arrays.copyOf(signature, signature.length + 1)))
                    .isFalse();
            assertThat(published.verify(MESSAGE, Arrays.copyOf(signature, signature.length - 1)))
                    .isFalse();
            assertThat(published.verify(MESSAGE, new byte[0])).isFalse();
        }
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("enginesAndAlgorithms")
    void mismatchedKeyHalvesAreRejected(String name, SignatureEngine engine, JwsAlgorithm algorithm) {
        SigningKey one = engine.generate(algorithm);
        SigningKey other = engine.generate(algorithm);

        assertThatThrownBy(() -> engine.decode(one.publicJwk(), other.encodedPrivateKey()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(one.kid());
        assertThatThrownBy(() -> engine.decode(one.publicJwk(), MESSAGE)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("enginesAndAlgorithms")
    void toStringContainsOnlyTheKid(String name, SignatureEngine engine, JwsAlgorithm algorithm) {
        SigningKey key = engine.generate(algorithm);
        String secret = Base64.getEncoder().encodeToString(key.encodedPrivateKey());

        assertThat(key).hasToString("SigningKey[" + key.kid() + "]");
        assertThat(key.publicJwk().toJson()).doesNotContain(secret.substring(30, 60));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("enginesAndAlgorithms")
    void oneKeySignsAndVerifiesConcurrently(String name, SignatureEngine engine, JwsAlgorithm algorithm) {
        SigningKey key = engine.generate(algorithm);
        VerificationKey published = engine.verificationKey(key.publicJwk());

        long good = IntStream.range(0, 400)
                .parallel()
                .mapToObj(number -> new byte[] {(byte) number, (byte) (number >> 8)})
                .filter(message -> published.verify(message, key.sign(message)))
                .count();

        assertThat(good).isEqualTo(400);
    }

    @Test
    void zeroSignatureIsRejectedByEveryEngine() {
        for (SignatureEngine engine : Engines.all().toList()) {
            VerificationKey key =
                    engine.verificationKey(engine.generate(JwsAlgorithm.ES256).publicJwk());

            assertThat(key.verify(MESSAGE, new byte[64])).isFalse();
        }
    }

    @Test
    void enginesReportTheirProvider() {
        assertThat(SignatureEngine.jdk().name()).isEqualTo("jdk");
        assertThat(List.of("accp", "jdk")).contains(SignatureEngine.detect().name());
    }

    @Test
    void algorithmNamesAreExactInHeadersAndLenientInSettings() {
        assertThat(JwsAlgorithm.ofHeader("Ed25519")).contains(JwsAlgorithm.ED25519);
        for (String name : List.of("EdDSA", "ed25519", "rs256", "RS256 ", "none", "HS256", "")) {
            assertThat(JwsAlgorithm.ofHeader(name)).isEmpty();
        }
        assertThat(JwsAlgorithm.ofSetting(" EdDSA")).isEqualTo(JwsAlgorithm.ED25519);
        assertThat(JwsAlgorithm.ofSetting("ES256")).isEqualTo(JwsAlgorithm.ES256);
        assertThatThrownBy(() -> JwsAlgorithm.ofSetting("HS256"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RS256, ES256, Ed25519 or ML-DSA-65");
    }
}
