package dev.signet.tokens.status;

import io.quarkus.test.junit.QuarkusTestProfile;

import java.util.Map;

/** An installation whose tokens have places in status lists that may be kept for two seconds. */
public final class ListsOn implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "signet.tokens.status-list",
                "true",
                "signet.tokens.status-list-ttl",
                "PT2S",
                // The one wire format in which an access token renews itself.
                "signet.compat.drf-jwt",
                "true");
    }
}
