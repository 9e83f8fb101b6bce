package dev.signet.tracing;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TracingSettingsTest {

    @Test
    void withoutEndpointThereAreNoTraces() {
        assertThat(TracingSettings.of(config(null, 1))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "http://collector:4318, collector, 4318, false, /v1/traces",
        "http://collector:4318/, collector, 4318, false, /v1/traces",
        "https://otlp.example.com/api/otel, otlp.example.com, 443, true, /api/otel/v1/traces",
        "http://[::1]:4318, ::1, 4318, false, /v1/traces"
    })
    void endpointIsTheBaseOfThePath(String endpoint, String host, int port, boolean tls, String path) {
        TracingSettings settings = TracingSettings.of(config(endpoint, 1));

        assertThat(settings.host()).isEqualTo(host);
        assertThat(settings.port()).isEqualTo(port);
        assertThat(settings.tls()).isEqualTo(tls);
        assertThat(settings.path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "collector:4318",
                "grpc://collector:4317",
                "http://user:password-4751@collector:4318",
                "http://collector:4318?key=password-4751",
                "http://collector:4318/v1/traces",
                "http://"
            })
    void invalidEndpointIsRejectedWithoutItsValue(String endpoint) {
        assertThatThrownBy(() -> TracingSettings.of(config(endpoint, 1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("signet.tracing.endpoint (environment variable SIGNET_TRACING_ENDPOINT) must")
                .hasMessageNotContaining("4751");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void ratioOutsideTheRangeIsRejected(double ratio) {
        assertThatThrownBy(() -> TracingSettings.of(config("http://collector:4318", ratio)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("signet.tracing.sample-ratio");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password-4751", "=password-4751", "x key=password-4751", "x-key=password-4751\r\nhost: x"})
    void malformedHeaderIsRejectedWithoutItsValue(String header) {
        assertThatThrownBy(() -> TracingSettings.of(config("http://collector:4318", 1, header)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("signet.tracing.headers")
                .hasMessageNotContaining("4751");
    }

    @Test
    void headerValueMayContainEqualsSigns() {
        assertThat(TracingSettings.of(config("http://collector:4318", 1, "Authorization=Basic YQ=="))
                        .headers())
                .containsEntry("Authorization", "Basic YQ==");
    }

    private static TracingConfig config(String endpoint, double ratio, String... headers) {
        return new TracingConfig() {
            @Override
            public Optional<String> endpoint() {
                return Optional.ofNullable(endpoint);
            }

            @Override
            public Optional<List<String>> headers() {
                return Optional.of(List.of(headers));
            }

            @Override
            public double sampleRatio() {
                return ratio;
            }

            @Override
            public IncomingTrace incoming() {
                return IncomingTrace.LINK;
            }

            @Override
            public String serviceName() {
                return "signet";
            }
        };
    }
}
