package dev.signet.login.passkeys;

import dev.signet.support.accounts.PasskeyDevice;
import dev.signet.support.accounts.PasskeyRequests;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.OptionalFeatures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

import static dev.signet.support.Polling.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** The recent login that adding and removing a passkey requires. */
@QuarkusTest
@TestProfile(OptionalFeatures.class)
class PasskeyRecentLoginTest {

    @Test
    @Journey
    void oldLoginCannotAddOrRemoveAPasskey() {
        Tokens tokens = Signet.createUser().login();
        String id = PasskeyRequests.register(tokens, PasskeyDevice.create());
        await().pollInterval(Duration.ofMillis(200))
                .until(() -> PasskeyRequests.tryStartRegistration(tokens).statusCode() == 401);
        Tokens refreshed = Signet.tokens(Signet.refresh(tokens.refresh()));

        for (Response response :
                List.of(PasskeyRequests.tryStartRegistration(refreshed), PasskeyRequests.remove(refreshed, id))) {
            response.then()
                    .statusCode(401)
                    .header(
                            "WWW-Authenticate",
                            containsString("error=\"insufficient_user_authentication\", max_age=10"))
                    .body("code", equalTo("insufficient_user_authentication"));
        }
        PasskeyRequests.rename(refreshed, id, "still allowed").then().statusCode(200);
    }
}
