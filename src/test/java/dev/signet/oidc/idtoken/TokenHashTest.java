package dev.signet.oidc.idtoken;

import dev.signet.jose.JwsAlgorithm;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Hashes of tokens within ID Tokens. */
class TokenHashTest {

    /** A code there, but the hash of both is made in the same way. */
    private static final String OF_CORE_A4 = "Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk";

    @Test
    void valueIsThatOfOpenIdConnectCoreAppendixA4() {
        assertThat(TokenHash.of(OF_CORE_A4, JwsAlgorithm.RS256)).contains("LDktKdoQak3Pk0cnXxCltA");
        assertThat(TokenHash.of(OF_CORE_A4, JwsAlgorithm.ES256)).contains("LDktKdoQak3Pk0cnXxCltA");
    }

    @Test
    void ed25519HasALongerHash() {
        assertThat(TokenHash.of(OF_CORE_A4, JwsAlgorithm.ED25519))
                .hasValueSatisfying(hash -> assertThat(hash).hasSize(43));
    }

    @Test
    void noHashIsSaidToGoWithMlDsa() {
        assertThat(TokenHash.of(OF_CORE_A4, JwsAlgorithm.ML_DSA_65)).isEmpty();
    }
}
