package dev.signet.tokens;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.database.CuttableDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Round trips to PostgreSQL, counted on the network between the service and the database. */
@QuarkusTest
@TestProfile(RefreshRoundTripsTest.RelayedDatabase.class)
class RefreshRoundTripsTest {

    /** A relay that counts, and no background work that uses the database. */
    public static final class RelayedDatabase implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(CuttableDatabase.class));
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.scheduler.enabled", "false",
                    "signet.apikeys.reload-interval", "PT1H",
                    "signet.clients.reload-interval", "PT1H",
                    "signet.webhooks.reload-interval", "PT1H",
                    "signet.tokens.revocation-interval", "PT1H");
        }
    }

    private static final int REFRESHES = 20;

    @Test
    void refreshIsOneRoundTrip() {
        Tokens tokens = Signet.createUser().login();
        List<Integer> roundTrips = new ArrayList<>();

        for (int i = 0; i < REFRESHES; i++) {
            int before = CuttableDatabase.roundTrips();
            Response response = Signet.refresh(tokens.refresh());
            roundTrips.add(CuttableDatabase.roundTrips() - before);
            response.then().statusCode(200);
            tokens = Signet.tokens(response);
        }

        assertThat(roundTrips).hasSize(REFRESHES).containsOnly(1);
    }
}
