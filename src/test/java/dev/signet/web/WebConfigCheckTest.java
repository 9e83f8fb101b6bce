package dev.signet.web;

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
    void originsAreAccepted(String origin) {
        assertThatCode(() -> check(List.of(origin), List.of("10.0.0.0/8", "::1")))
                .doesNotThrowAnyException();
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
        assertThatThrownBy(() -> check(List.of(origin), List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("signet.web.cors-origins", "SIGNET_WEB_CORS_ORIGINS", origin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.com", "10.0.0.0/33", "10.0.0.0/x", "10.0.0"})
    void proxyThatIsNoRangeIsRejected(String range) {
        assertThatThrownBy(() -> check(List.of(), List.of(range)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("signet.web.trusted-proxies", "SIGNET_WEB_TRUSTED_PROXIES");
    }

    private static void check(List<String> origins, List<String> proxies) {
        new WebConfigCheck(new TestConfig(Optional.of(proxies), Optional.of(origins), 600)).check();
    }

    private record TestConfig(
            Optional<List<String>> trustedProxies, Optional<List<String>> corsOrigins, int refusalsLoggedPerMinute)
            implements WebConfig {}
}
