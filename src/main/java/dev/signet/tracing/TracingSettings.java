package dev.signet.tracing;

import dev.signet.error.Settings;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Validated settings of traces to a collector.
 *
 * @param path path to which spans are posted
 * @param headers header fields of each request to the collector
 */
record TracingSettings(
        String host,
        int port,
        boolean tls,
        String path,
        Map<String, String> headers,
        double sampleRatio,
        IncomingTrace incoming,
        String serviceName) {

    private static final Settings SETTINGS = Settings.under("signet.tracing");
    private static final String SIGNAL = "/v1/traces";
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+=[\\x20-\\x7E]+");

    /**
     * Validates the settings.
     *
     * @return null if no endpoint is set
     * @throws io.quarkus.runtime.configuration.ConfigurationException if a setting is invalid
     */
    static @Nullable TracingSettings of(TracingConfig config) {
        if (!(config.sampleRatio() >= 0 && config.sampleRatio() <= 1)) {
            throw SETTINGS.invalid("sample-ratio", "is " + config.sampleRatio() + " but must be between 0 and 1");
        }
        Map<String, String> headers = headers(config.headers().orElse(List.of()));
        String endpoint = config.endpoint().orElse(null);
        if (endpoint == null) {
            return null;
        }
        URI url = url(endpoint);
        boolean tls = "https".equals(url.getScheme());
        String base = url.getRawPath() == null ? "" : url.getRawPath().replaceFirst("/+$", "");
        return new TracingSettings(
                url.getHost().replaceAll("[\\[\\]]", ""),
                url.getPort() >= 0 ? url.getPort() : tls ? HTTPS : HTTP,
                tls,
                base + SIGNAL,
                headers,
                config.sampleRatio(),
                config.incoming(),
                config.serviceName());
    }

    // The value is not repeated in the message, because it may contain a password.
    private static URI url(String endpoint) {
        try {
            URI url = new URI(endpoint);
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (web
                    && url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null
                    && !String.valueOf(url.getRawPath()).endsWith(SIGNAL)) {
                return url;
            }
        } catch (URISyntaxException e) {
            // The exception below explains the form of an endpoint.
        }
        throw SETTINGS.invalid(
                "endpoint",
                "must be an http or https URL without user information, query and " + SIGNAL
                        + ", such as http://collector:4318");
    }

    private static Map<String, String> headers(List<String> lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : lines) {
            if (!HEADER.matcher(line).matches()) {
                throw SETTINGS.invalid("headers", "must list header fields of the form name=value");
            }
            int separator = line.indexOf('=');
            headers.put(line.substring(0, separator), line.substring(separator + 1));
        }
        return headers;
    }

    @Override
    public String toString() {
        return "TracingSettings[" + host + ":" + port + "]";
    }
}
