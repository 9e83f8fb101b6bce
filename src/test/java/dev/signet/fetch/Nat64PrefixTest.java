package dev.signet.fetch;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** IPv6 addresses below a NAT64 prefix of the operator's network are called only if their IPv4 addresses are public. */
class Nat64PrefixTest {

    // The examples of RFC 6052 §2.4, with private and public addresses in prefixes of 2000::/3.
    @ParameterizedTest
    @CsvSource({
        "2600:db8::/32, 2600:db8:a00:1::, false",
        "2600:db8::/32, 2600:db8:101:101::, true",
        "2600:db8:100::/40, 2600:db8:10a:0:1::, false",
        "2600:db8:122::/48, 2600:db8:122:a9fe:a9:fe00::, false",
        "2600:db8:122::/48, 2600:db8:122:101:1:100::, true",
        "2600:db8:122:300::/56, 2600:db8:122:30a:0:1::, false",
        "2600:db8:122:344::/64, 2600:db8:122:344:7f:0:100:0, false",
        "2600:db8:122:344::/96, 2600:db8:122:344::192.168.2.33, false",
        "2600:db8:122:344::/96, 2600:db8:122:344::1.1.1.1, true",
        "2600:db8:122:344::/96, 2600:db8:122:345::192.168.2.33, true",
        "2600:db8:122:344::/96, 10.0.0.1, false",
    })
    void nat64AddressIsPublicOnlyIfItsIpv4AddressIs(String prefix, String ipAddress, boolean reachable)
            throws UnknownHostException {
        assertThat(Fetcher.reachable(config(prefix)).test(InetAddress.getByName(ipAddress)))
                .isEqualTo(reachable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2600::", "2600::/33", "2600::/128", "10.0.0.0/32", "x/96", "2600::/", ""})
    void malformedPrefixStopsTheStart(String prefix) {
        assertThatThrownBy(() -> Fetcher.reachable(config(prefix))).hasMessageContaining("SIGNET_FETCH_NAT64_PREFIXES");
    }

    private static FetchConfig config(String prefix) {
        return new FetchConfig() {
            @Override
            public Optional<List<String>> allowedHosts() {
                return Optional.empty();
            }

            @Override
            public Optional<List<String>> nat64Prefixes() {
                return Optional.of(List.of(prefix));
            }

            @Override
            public Duration connectTimeout() {
                return Duration.ofSeconds(1);
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(1);
            }
        };
    }
}
