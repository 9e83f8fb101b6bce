package dev.signet.keys;

import io.quarkus.test.junit.QuarkusTestProfile;

import java.util.Map;

/** Leaves the key table to the test: the service's own jobs stand still. */
public final class QuietJobs implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.scheduler.enabled", "false");
    }
}
