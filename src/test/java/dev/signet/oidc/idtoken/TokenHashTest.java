package dev.signet.oidc.idtoken;

import dev.signet.jose.jwk.JwsAlgorithm;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Hashes of tokens within ID Tokens. */
class TokenHashTest {

    /** The example hashes a code; the hash of an access token is computed in the same way. */
    private static final String OF_CORE_A4 = "Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk";

    @Test
    void tokenHashMatchesOpenIdConnectCoreAppendixA4() {
        assertThat(TokenHash.of(OF_CORE_A4, JwsAlgorithm.RS256)).contains("LDktKdoQak3Pk0cnXxCltA");
        assertThat(TokenHash.of(OF_CORE_A4, JwsAlgorithm.ES256)).contains("LDktKdoQak3Pk0cnXxCltA");
    }

    @Test
    void ed25519TokenHashUsesSha512() {
        assertThat(TokenHash.of(OF_CORE_A4, JwsAlgorithm.ED25519))
                .hasValueSatisfying(hash -> assertThat(hash).hasSize(43));
    }

    @Test
    void mlDsaTokenHasNoTokenHash() {
        assertThat(TokenHash.of(OF_CORE_A4, JwsAlgorithm.ML_DSA_65)).isEmpty();
    }
}
