package dev.signet.web.http;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WebConfigCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com",
                "http://localhost:3000",
                "https://[::1]:8443",
            })
    void validCorsOriginsAreAccepted(String origin) {
        assertThatCode(() -> check(List.of(origin))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com/",
                "https://app.example.com/path",
                "https://App.example.com",
                "https://app.example.com:443",
                "https://user@app.example.com",
                "app.example.com",
                "*",
                "null",
                "https://"
            })
    void textThatNoBrowserSendsAsOriginIsRejected(String origin) {
        assertThatThrownBy(() -> check(List.of(origin)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("signet.web.cors-origins", "SIGNET_WEB_CORS_ORIGINS", origin);
    }

    private static void check(List<String> origins) {
        new WebConfigCheck(new TestConfig(Optional.of(origins), 600)).check();
    }

    private record TestConfig(Optional<List<String>> corsOrigins, int refusalsLoggedPerMinute) implements WebConfig {}
}
