package dev.signet.tokens.dpop;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProofUrlTest {

    private static final String URL = "https://id.example/oauth2/token";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://id.example/oauth2/token",
                "https://id.example:443/oauth2/token",
                "HTTPS://ID.EXAMPLE/oauth2/token",
                "https://id.example/oauth2/token?a=b",
                "https://id.example/oauth2/token#c",
                "https://id.example/x/../oauth2/./token"
            })
    void equivalentUrlsAreTheSame(String claimed) {
        assertThat(ProofUrl.isSame(claimed, URL)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/oauth2/token",
                "http://id.example/oauth2/token",
                "https://id.example/oauth2/token/",
                "https://id.example/OAUTH2/token",
                "https://id.example/oauth2%2Ftoken",
                "https://id.example:8443/oauth2/token",
                "https://id.example.evil.example/oauth2/token",
                "https://id.example@evil.example/oauth2/token",
                "https://evil.example@id.example/oauth2/token",
                "https://id.example\\oauth2/token",
                "https:///oauth2/token",
                "https://id.example/oauth2/token /"
            })
    void differentUrlsAreNotTheSame(String claimed) {
        assertThat(ProofUrl.isSame(claimed, URL)).isFalse();
    }
}
