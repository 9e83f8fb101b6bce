package dev.signet.accounts;

import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@TestProfile(HashingOverloadTest.SlowHashes.class)
class HashingOverloadTest {

    /** Slow hashes, and no queue for requests that wait for one. */
    public static final class SlowHashes implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "signet.accounts.password.memory-kib", "65536",
                    "signet.accounts.password.iterations", "8",
                    "signet.accounts.password.max-waiting", "0");
        }
    }

    private static final int ATTEMPTS = 5;

    @Test
    @Journey
    void hashingOverloadIsRejectedAndOtherRequestsSucceed() throws Exception {
        RestAssured.get("/.well-known/jwks.json").then().statusCode(200);

        // A busy machine may finish all hashes before it responds to the other request. Then the overload is repeated.
        boolean overlapped = false;
        for (int attempt = 0; attempt < ATTEMPTS && !overlapped; attempt++) {
            overlapped = otherRequestsSucceedDuringOverload();
        }
        assertThat(overlapped).isTrue();
    }

    private boolean otherRequestsSucceedDuringOverload() throws Exception {
        int logins = 4 * Runtime.getRuntime().availableProcessors();
        ExecutorService threads = Executors.newFixedThreadPool(logins);
        List<Future<Response>> responses = new ArrayList<>();
        for (int i = 0; i < logins; i++) {
            String username = "nobody-" + i;
            responses.add(threads.submit(
                    () -> Signet.loginRequest(username, "wrong pass phrase").send()));
        }

        RestAssured.get("/.well-known/jwks.json").then().statusCode(200);
        boolean hashingContinues = responses.stream().anyMatch(response -> !response.isDone());

        int rejected = 0;
        for (Future<Response> pending : responses) {
            Response response = pending.get();
            // How many logins fit into the queue depends on the speed of the machine; the others are rejected.
            assertThat(response.statusCode()).isIn(401, 503);
            if (response.statusCode() == 503) {
                rejected++;
                assertThat(response.header("Retry-After")).isEqualTo("2");
                assertThat(response.<String>path("code")).isEqualTo("temporarily_unavailable");
            }
        }
        threads.shutdown();
        assertThat(rejected).isLessThan(logins);
        return hashingContinues && rejected > 0;
    }
}
