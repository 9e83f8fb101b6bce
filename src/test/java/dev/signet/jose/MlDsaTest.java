package dev.signet.jose;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signet.jose.json.Base64Url;
import dev.signet.jose.jwk.InvalidJwkException;
import dev.signet.jose.jwk.Jwk;
import dev.signet.support.installation.OnBothStacks;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.MLDSAKeyPairGenerator;
import org.bouncycastle.crypto.params.MLDSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

import static dev.signet.jose.jwk.JwsAlgorithm.ML_DSA_65;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** ML-DSA-65 against the examples of RFC 9964 and against Bouncy Castle, an independent implementation. */
@OnBothStacks
class MlDsaTest {

    private static final byte[] MESSAGE = "a.b".getBytes(StandardCharsets.US_ASCII);

    @Test
    void thumbprintMatchesRfc9964AppendixA1() throws Exception {
        Jwk jwk = Jwk.parse(published("ml-dsa-65.jwk.json"));

        assertThat(jwk.algorithm()).isEqualTo(ML_DSA_65);
        assertThat(jwk.thumbprint()).isEqualTo(jwk.kid()).isEqualTo("Suiu29qbfuaBaR4Ats-c6XQBePB_OpAxAwcTR_0KXVM");
        assertThat(jwk.members().keySet()).containsExactly("kty", "kid", "use", "alg", "pub");
    }

    @Test
    void signatureOfRfc9964AppendixA1Verifies() throws Exception {
        SignatureEngine engine = engine();
        VerificationKey key = engine.verificationKey(Jwk.parse(published("ml-dsa-65.jwk.json")));
        String jws = published("ml-dsa-65.jws.txt").strip();

        assertThat(new String(Engines.verify(key, jws), StandardCharsets.UTF_8))
                .startsWith("It’s a dangerous business");
        byte[] input = jws.substring(0, jws.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
        byte[] signature = Base64.getUrlDecoder().decode(jws.substring(jws.lastIndexOf('.') + 1));
        for (int i = 0; i < signature.length; i += 331) {
            byte[] changed = signature.clone();
            changed[i] ^= 1;
            assertThat(key.verify(input, changed)).isFalse();
        }
        assertThat(key.verify(input, Arrays.copyOf(signature, signature.length + 1)))
                .isFalse();
        assertThat(key.verify(input, Arrays.copyOf(signature, signature.length - 1)))
                .isFalse();
        assertThat(key.verify(input, new byte[signature.length])).isFalse();
    }

    @Test
    void bouncyCastleVerifiesSignetTokens() {
        SigningKey key = engine().generate(ML_DSA_65);

        String token = key.signer().sign(JwtType.ACCESS_TOKEN, Tokens.claims().build());

        int end = token.lastIndexOf('.');
        MLDSASigner verifier = new MLDSASigner();
        verifier.init(
                false,
                new MLDSAPublicKeyParameters(
                        MLDSAParameters.ml_dsa_65, Base64.getUrlDecoder().decode((String)
                                key.publicJwk().members().get("pub"))));
        verifier.update(token.getBytes(StandardCharsets.US_ASCII), 0, end);
        assertThat(verifier.verifySignature(Base64.getUrlDecoder().decode(token.substring(end + 1))))
                .isTrue();
    }

    @Test
    void bouncyCastleSignaturesAreVerified() throws Exception {
        SignatureEngine engine = engine();
        AsymmetricCipherKeyPair pair = bouncyCastleKeyPair();

        VerificationKey key = engine.verificationKey(Jwk.parse(jwk(pair)));

        MLDSASigner signer = new MLDSASigner();
        signer.init(true, (MLDSAPrivateKeyParameters) pair.getPrivate());
        signer.update(MESSAGE, 0, MESSAGE.length);
        byte[] signature = signer.generateSignature();
        assertThat(key.verify(MESSAGE, signature)).isTrue();
        assertThat(key.verify("a.c".getBytes(StandardCharsets.US_ASCII), signature))
                .isFalse();
    }

    @Test
    void storedMlDsaKeyStillSigns() {
        SigningKey key = engine().generate(ML_DSA_65);

        SigningKey stored = engine().decode(Jwk.parse(key.publicJwk().toJson()), key.encodedPrivateKey());

        assertThat(engine().verificationKey(key.publicJwk()).verify(MESSAGE, stored.sign(MESSAGE)))
                .isTrue();
    }

    @Test
    void invalidOrPrivateMlDsaKeyIsRejected() throws Exception {
        ObjectNode jwk = (ObjectNode) new ObjectMapper().readTree(published("ml-dsa-65.jwk.json"));
        byte[] pub = Base64.getUrlDecoder().decode(jwk.get("pub").textValue());
        for (int length : new int[] {0, pub.length - 1, pub.length + 1, 1312, 2592}) {
            assertRejected(jwk.deepCopy().put("pub", Base64Url.encodeToString(Arrays.copyOf(pub, length))));
        }
        for (String algorithm : new String[] {"ML-DSA-44", "ML-DSA-87", "ml-dsa-65", "ES256", ""}) {
            assertRejected(jwk.deepCopy().put("alg", algorithm));
        }
        assertRejected(jwk.deepCopy().put("priv", Base64Url.encodeToString(new byte[32])));
        assertRejected(jwk.deepCopy().put("kty", "OKP"));
        ObjectNode without = jwk.deepCopy();
        without.remove("alg");
        assertRejected(without);
    }

    @Test
    void dpopProofWithMlDsaKeyIsTooLong() throws Exception {
        String header = "{\"typ\":\"dpop+jwt\",\"alg\":\"ML-DSA-65\",\"jwk\":" + jwk(bouncyCastleKeyPair()) + "}";
        String proof = Tokens.part(header) + "." + Tokens.part("{}") + "." + "A".repeat(4412);

        assertThatThrownBy(() -> new KeyProofVerifier(Engines.underTest()).verify(proof, JwtType.DPOP_PROOF))
                .isInstanceOf(JwtRejectedException.class)
                .hasMessageContaining("header is longer");
    }

    private static void assertRejected(ObjectNode jwk) {
        assertThatThrownBy(() -> Jwk.parse(jwk.toString())).isInstanceOf(InvalidJwkException.class);
    }

    private static AsymmetricCipherKeyPair bouncyCastleKeyPair() {
        MLDSAKeyPairGenerator generator = new MLDSAKeyPairGenerator();
        generator.init(new MLDSAKeyGenerationParameters(new SecureRandom(), MLDSAParameters.ml_dsa_65));
        return generator.generateKeyPair();
    }

    private static String jwk(AsymmetricCipherKeyPair pair) {
        byte[] pub = ((MLDSAPublicKeyParameters) pair.getPublic()).getEncoded();
        return "{\"kty\":\"AKP\",\"alg\":\"ML-DSA-65\",\"pub\":\"%s\"}".formatted(Base64Url.encodeToString(pub));
    }

    private static SignatureEngine engine() {
        SignatureEngine engine = Engines.underTest();
        if (!engine.supports(ML_DSA_65)) {
            String notice = "NOTICE: Java " + Runtime.version().feature() + " has no ML-DSA; it is not tested";
            System.err.println(notice);
            Assumptions.abort(notice);
        }
        return engine;
    }

    private static String published(String file) throws IOException {
        try (InputStream resource = MlDsaTest.class.getResourceAsStream("/rfc9964/" + file)) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
