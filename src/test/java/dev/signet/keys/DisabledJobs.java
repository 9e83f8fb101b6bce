package dev.signet.keys;

import io.quarkus.test.junit.QuarkusTestProfile;

import java.util.Map;

/** Disables the scheduled jobs, so that only the test changes the key table. */
public final class DisabledJobs implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.scheduler.enabled", "false");
    }
}
