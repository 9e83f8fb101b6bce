package dev.signet.web.caller;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClientIpAddressTest {

    @Test
    void forwardedForOfUntrustedPeerIsIgnored() {
        assertThat(trusting().resolve("203.0.113.9", "198.51.100.1")).isEqualTo("203.0.113.9");
        assertThat(trusting("10.0.0.0/8").resolve("203.0.113.9", "198.51.100.1"))
                .isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.1                          | 198.51.100.1",
                "6.6.6.6, 198.51.100.1                 | 198.51.100.1",
                "6.6.6.6, 198.51.100.1, 10.1.2.3       | 198.51.100.1",
                "10.9.9.9, 10.1.2.3                    | 10.9.9.9",
                "2001:db8::1                           | 2001:db8::1",
                "nonsense                              | 10.0.0.1",
                "198.51.100.1, nonsense                | 10.0.0.1",
                "198.51.100.1, 10.1.2.3:99             | 198.51.100.1",
                "198.51.100.1:4711                     | 198.51.100.1",
                "6.6.6.6, 198.51.100.1:4711            | 198.51.100.1",
                "[2001:db8::1]:4711                    | 2001:db8::1",
                "[2001:db8::1]                         | 2001:db8::1",
                "198.51.100.1:                         | 10.0.0.1",
                "198.51.100.1:port                     | 10.0.0.1",
                "198.51.100.1:123456                   | 10.0.0.1",
                "999.51.100.1:80                       | 10.0.0.1",
                "[198.51.100.1]:80                     | 10.0.0.1",
                "2001:db8::1]:80                       | 10.0.0.1",
                "''                                    | 10.0.0.1",
            })
    void lastUntrustedForwardedEntryIsTheClient(String forwardedFor, String client) {
        assertThat(trusting("10.0.0.0/8").resolve("10.0.0.1", forwardedFor)).isEqualTo(client);
    }

    @Test
    void proxyRangeContainsItsIpAddresses() {
        assertThat(IpAddressRange.parse("192.0.2.128/25").contains("192.0.2.200"))
                .isTrue();
        assertThat(IpAddressRange.parse("192.0.2.128/25").contains("192.0.2.100"))
                .isFalse();
        assertThat(IpAddressRange.parse("2001:db8::/32").contains("2001:db8:1::5"))
                .isTrue();
        assertThat(IpAddressRange.parse("2001:db8::/32").contains("2001:db9::5"))
                .isFalse();
        assertThat(IpAddressRange.parse("0.0.0.0/0").contains("::1")).isFalse();
        assertThat(IpAddressRange.parse("127.0.0.1").contains("127.0.0.1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.com", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0", ""})
    void invalidProxyRangePreventsStart(String range) {
        assertThatThrownBy(() -> trusting(range)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ClientIpAddress trusting(String... ranges) {
        return new ClientIpAddress(() -> Optional.of(Arrays.asList(ranges)));
    }
}
