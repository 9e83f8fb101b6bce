package dev.signet.apikeys.authentication;

import dev.signet.support.accounts.ApiKey;
import dev.signet.support.accounts.Signet;
import dev.signet.support.database.CuttableDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.util.Map;

import static dev.signet.support.ErrorResponses.assertProblem;
import static dev.signet.support.Polling.await;
import static org.hamcrest.Matchers.equalTo;

/** Without the database, typos are rejected and cached keys are accepted. */
@QuarkusTest
@TestProfile(CuttableDatabase.Profile.class)
class ApiKeyWithoutDatabaseTest {

    @Test
    void typosAndCachedKeysNeedNoDatabase() {
        ApiKey known = ApiKey.of(Signet.createUser());
        known.me().then().statusCode(200);
        String typo = known.value().replaceFirst(".$", known.value().endsWith("0") ? "1" : "0");
        String unknown = ApiKeyFormat.generate(new SecureRandom());
        try {
            CuttableDatabase.cut();

            for (int i = 0; i < 3; i++) {
                known.me().then().statusCode(200);
                Signet.verify(known.value()).then().statusCode(200).body("active", equalTo(true));
                assertProblem(Signet.me(typo), 401, "invalid_token");
                Signet.me("sgk_x").then().statusCode(401);
                Signet.verify(typo).then().statusCode(200).body("", equalTo(Map.of("active", false)));
            }
            assertProblem(Signet.me(unknown), 503, "temporarily_unavailable");
            Signet.verify(unknown).then().statusCode(503);
        } finally {
            CuttableDatabase.mend();
        }
        await().until(() -> Signet.verify(unknown).statusCode() == 200);
    }
}
