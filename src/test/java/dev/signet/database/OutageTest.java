package dev.signet.database;

import dev.signet.support.Metrics;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.database.CuttableDatabase;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;

import static dev.signet.support.Polling.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

/** An outage of the database while the service runs: PostgreSQL over a connection that can be cut. */
@QuarkusTest
@TestProfile(CuttableDatabase.Profile.class)
class OutageTest {

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void outageFailsOnlyRequestsThatNeedTheDatabase() throws Exception {
        TestUser user = Signet.createUser();
        Tokens tokens = user.login();
        try {
            CuttableDatabase.cut();

            user.loginRequest()
                    .send()
                    .then()
                    .statusCode(503)
                    .header("Retry-After", matchesPattern("[1-9][0-9]*"))
                    .body("code", equalTo("temporarily_unavailable"));
            Signet.refresh(tokens.refresh()).then().statusCode(503);
            given().get("/.well-known/jwks.json").then().statusCode(200);
            Signet.me(tokens.access()).then().statusCode(200);
            Signet.verify(tokens.access()).then().body("active", equalTo(true));
        } finally {
            CuttableDatabase.mend();
        }

        // The service guarantees ten seconds; the timeouts of the pool determine the time, not the speed of the
        // machine.
        await().atMost(Duration.ofSeconds(10))
                .until(() -> user.loginRequest().send().statusCode() == 200);
        Signet.refresh(tokens.refresh()).then().statusCode(200);
    }

    @Test
    void scrapeReportsOutageWithoutWaitingForTheDatabase() {
        try {
            CuttableDatabase.cut();

            await().untilAsserted(() -> assertThat(Metrics.scrape(metrics).series())
                    .containsEntry("signet_database_reachable", 0.0)
                    .containsEntry("signet_sessions", Double.NaN)
                    .containsEntry("signet_deliveries_waiting{queue=\"mail\"}", Double.NaN));
        } finally {
            CuttableDatabase.mend();
        }

        await().untilAsserted(() -> assertThat(Metrics.scrape(metrics).value("signet_database_reachable"))
                .isEqualTo(1));
    }
}
