package dev.signet.web.caller;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProxyConfigCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/8", "::1"})
    void validProxyRangesAreAccepted(String range) {
        assertThatCode(() -> check(range)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.com", "10.0.0.0/33", "10.0.0.0/x", "10.0.0"})
    void proxyThatIsNoIpRangeIsRejected(String range) {
        assertThatThrownBy(() -> check(range))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("signet.web.trusted-proxies", "SIGNET_WEB_TRUSTED_PROXIES");
    }

    private static void check(String range) {
        new ProxyConfigCheck(() -> Optional.of(List.of(range))).check();
    }
}
