package dev.signet.jose;

import dev.signet.support.OnBothStacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@OnBothStacks
class JwkTest {

    private static final SignatureEngine ENGINE = Engines.underTest();
    private static final Jwk EC = ENGINE.generate(JwsAlgorithm.ES256).publicJwk();
    private static final Jwk RSA = ENGINE.generate(JwsAlgorithm.RS256).publicJwk();
    private static final Jwk OKP = ENGINE.generate(JwsAlgorithm.ED25519).publicJwk();

    @ParameterizedTest
    @EnumSource(JwsAlgorithm.class)
    void aKeyOfOursShowsItsPublicMembersAndNothingElse(JwsAlgorithm algorithm) {
        assumeTrue(ENGINE.has(algorithm), "this runtime does not have it");
        Jwk jwk = ENGINE.generate(algorithm).publicJwk();

        assertThat(jwk.members().keySet())
                .containsExactlyElementsOf(
                        switch (algorithm) {
                            case RS256 -> List.of("kty", "kid", "use", "alg", "n", "e");
                            case ES256 -> List.of("kty", "kid", "use", "alg", "crv", "x", "y");
                            case ED25519 -> List.of("kty", "kid", "use", "alg", "crv", "x");
                            case ML_DSA_65 -> List.of("kty", "kid", "use", "alg", "pub");
                        });
        assertThat(jwk.kid()).isEqualTo(jwk.thumbprint());
        assertThat(jwk.members()).containsEntry("use", "sig").containsEntry("alg", algorithm.wireName());
        assertThat(Jwk.parse(jwk.toJson())).isEqualTo(jwk);
    }

    @Test
    void aKeyWithoutKidGoesByItsThumbprint() {
        assertThat(Jwk.parse(without(EC, "kid")).kid()).isEqualTo(EC.thumbprint());
    }

    @Test
    void membersNobodyAskedForAreNotTakenOver() {
        assertThat(Jwk.parse(with(EC, "x5u", "https://attacker.example")).members())
                .doesNotContainKey("x5u");
    }

    @ParameterizedTest
    @ValueSource(strings = {"d", "p", "q", "dp", "dq", "qi", "oth", "k"})
    void aPrivateMemberMakesItNoPublicKey(String member) {
        refused(with(RSA, member, "AQAB"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "none", "PS256", "RS384", "RS256", "ES384", "EdDSA", "es256", ""})
    void theAlgorithmFitsTheKeyType(String alg) {
        refused(with(EC, "alg", alg));
    }

    @Test
    void keysForOtherUsesAreRefused() {
        refused(with(EC, "use", "enc"));
        refused(with(EC, "key_ops", List.of("encrypt")));
        refused(with(EC, "key_ops", List.of()));
        refused(with(EC, "key_ops", "verify"));
        assertThat(Jwk.parse(with(EC, "key_ops", List.of("verify")))).isEqualTo(EC);
    }

    @Test
    void pointsOffTheCurveAreRefused() {
        refused(with(EC, "y", EC.members().get("x")));
        refused(with(EC, "x", "A".repeat(43)));
        refused(with(with(EC, "x", "A".repeat(43)), "y", "A".repeat(43)));
        refused(with(EC, "x", text("x") + "AA"));
        refused(with(EC, "x", "__________________________________________8"));
        refused(with(EC, "crv", "P-384"));
        refused(with(EC, "crv", "secp256k1"));
        refused(without(EC, "y"));
    }

    @Test
    void rsaKeysOutsideTheLimitsAreRefused() {
        refused(with(RSA, "n", odd(2047)));
        refused(with(RSA, "n", odd(1024)));
        refused(with(RSA, "n", odd(8193)));
        refused(with(RSA, "n", Unsigned.encode(BigInteger.ONE.shiftLeft(2047))));
        refused(with(RSA, "e", "AQ"));
        refused(with(RSA, "e", "Ag"));
        refused(with(RSA, "e", "AQAA"));
        refused(with(RSA, "e", ""));
        refused(with(RSA, "e", "AAEAAQ"));
        refused(with(RSA, "e", odd(33)));
        refused(with(RSA, "n", "AA" + RSA.members().get("n")));
        assertThat(Jwk.parse(with(RSA, "e", "Aw"))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", // order 4
                "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", // neutral
                "7P_______________________________________38", // order 2
                "xxdqcD1N2E-6PAt2DRBnDyogU_osOczGTsf9d5KsA3o", // order 8
                "JuiVj8KyJ7BFw_SJ8u-Y8NXfrAXTxjM5sTgCiG1T_AU", // order 8
                "JuiVj8KyJ7BFw_SJ8u-Y8NXfrAXTxjM5sTgCiG1T_IU", // its mirror image
                "7f_______________________________________38", // zero, not reduced
                "AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", // not on the curve
                "AAAA"
            })
    void pointsOfNoUseForEd25519AreRefused(String x) {
        refused(with(OKP, "x", x));
    }

    @Test
    void membersOfTheWrongTypeAreRefused() {
        refused(with(EC, "kid", 7L));
        refused(with(EC, "kid", ""));
        refused(with(EC, "kid", "k".repeat(300)));
        refused(with(EC, "x", 7L));
        refused(with(EC, "kty", List.of("EC")));
        refused(with(EC, "kty", "oct"));
        refused(without(EC, "kty"));
        assertThatThrownBy(() -> Jwk.parse("{\"kty\":\"EC\"} trailing")).isInstanceOf(InvalidJwkException.class);
        assertThatThrownBy(() -> Jwk.parse("x".repeat(100_000))).isInstanceOf(InvalidJwkException.class);
    }

    private static void refused(Map<String, Object> members) {
        assertThatThrownBy(() -> Jwk.parse(members)).isInstanceOf(InvalidJwkException.class);
    }

    private static String text(String member) {
        return (String) EC.members().get(member);
    }

    private static String odd(int bits) {
        return Unsigned.encode(BigInteger.ONE.shiftLeft(bits - 1).setBit(0));
    }

    private static Map<String, Object> with(Jwk jwk, String member, Object value) {
        return with(jwk.members(), member, value);
    }

    private static Map<String, Object> with(Map<String, Object> jwk, String member, Object value) {
        Map<String, Object> members = new LinkedHashMap<>(jwk);
        members.put(member, value);
        return members;
    }

    private static Map<String, Object> without(Jwk jwk, String member) {
        Map<String, Object> members = new LinkedHashMap<>(jwk.members());
        members.remove(member);
        return members;
    }
}
