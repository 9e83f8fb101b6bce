package dev.signet.tracing;

import dev.signet.support.server.SpanCollector;
import io.quarkus.test.junit.QuarkusTestProfile;

import java.util.Map;

/** Profile with traces of all requests. */
public final class TracedInstallation implements QuarkusTestProfile {

    static final String COLLECTOR_KEY = "collector-key-4730";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "signet.tracing.endpoint",
                "http://localhost:" + SpanCollector.port() + SpanCollector.BASE,
                "signet.tracing.headers",
                "x-api-key=" + COLLECTOR_KEY);
    }
}
