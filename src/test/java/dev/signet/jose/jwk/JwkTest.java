package dev.signet.jose.jwk;

import dev.signet.jose.Engines;
import dev.signet.jose.SignatureEngine;
import dev.signet.support.installation.OnBothStacks;
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
    void generatedJwkContainsOnlyPublicMembers(JwsAlgorithm algorithm) {
        assumeTrue(ENGINE.supports(algorithm), "this runtime does not have it");
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
    void kidDefaultsToTheThumbprint() {
        assertThat(Jwk.parse(without(EC, "kid")).kid()).isEqualTo(EC.thumbprint());
    }

    @Test
    void unknownJwkMembersAreIgnored() {
        assertThat(Jwk.parse(with(EC, "x5u", "https://attacker.example")).members())
                .doesNotContainKey("x5u");
    }

    @ParameterizedTest
    @ValueSource(strings = {"d", "p", "q", "dp", "dq", "qi", "oth", "k"})
    void jwkWithPrivateMemberIsRejected(String member) {
        assertRejected(with(RSA, member, "AQAB"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "none", "PS256", "RS384", "RS256", "ES384", "EdDSA", "es256", ""})
    void algorithmOfAnotherKeyTypeIsRejected(String alg) {
        assertRejected(with(EC, "alg", alg));
    }

    @Test
    void keysForOtherUsesAreRejected() {
        assertRejected(with(EC, "use", "enc"));
        assertRejected(with(EC, "key_ops", List.of("encrypt")));
        assertRejected(with(EC, "key_ops", List.of()));
        assertRejected(with(EC, "key_ops", "verify"));
        assertThat(Jwk.parse(with(EC, "key_ops", List.of("verify")))).isEqualTo(EC);
    }

    @Test
    void pointsOffTheCurveAreRejected() {
        assertRejected(with(EC, "y", EC.members().get("x")));
        assertRejected(with(EC, "x", "A".repeat(43)));
        assertRejected(with(with(EC, "x", "A".repeat(43)), "y", "A".repeat(43)));
        assertRejected(with(EC, "x", text("x") + "AA"));
        assertRejected(with(EC, "x", "__________________________________________8"));
        assertRejected(with(EC, "crv", "P-384"));
        assertRejected(with(EC, "crv", "secp256k1"));
        assertRejected(without(EC, "y"));
    }

    @Test
    void rsaKeysOutsideTheLimitsAreRejected() {
        assertRejected(with(RSA, "n", odd(2047)));
        assertRejected(with(RSA, "n", odd(1024)));
        assertRejected(with(RSA, "n", odd(8193)));
        assertRejected(with(RSA, "n", Unsigned.encode(BigInteger.ONE.shiftLeft(2047))));
        assertRejected(with(RSA, "e", "AQ"));
        assertRejected(with(RSA, "e", "Ag"));
        assertRejected(with(RSA, "e", "AQAA"));
        assertRejected(with(RSA, "e", ""));
        assertRejected(with(RSA, "e", "AAEAAQ"));
        assertRejected(with(RSA, "e", odd(33)));
        assertRejected(with(RSA, "n", "AA" + RSA.members().get("n")));
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
    void weakOrInvalidEd25519PointsAreRejected(String x) {
        assertRejected(with(OKP, "x", x));
    }

    @Test
    void jwkMembersOfWrongTypeAreRejected() {
        assertRejected(with(EC, "kid", 7L));
        assertRejected(with(EC, "kid", ""));
        assertRejected(with(EC, "kid", "k".repeat(300)));
        assertRejected(with(EC, "x", 7L));
        assertRejected(with(EC, "kty", List.of("EC")));
        assertRejected(with(EC, "kty", "oct"));
        assertRejected(without(EC, "kty"));
        assertThatThrownBy(() -> Jwk.parse("{\"kty\":\"EC\"} trailing")).isInstanceOf(InvalidJwkException.class);
        assertThatThrownBy(() -> Jwk.parse("x".repeat(100_000))).isInstanceOf(InvalidJwkException.class);
    }

    private static void assertRejected(Map<String, Object> members) {
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
