package dev.signet.apikeys;

import dev.signet.accounts.event.PasswordReset;
import dev.signet.support.accounts.ApiKey;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.UUID;

/** A user who resets a password decides whether to revoke the API keys as well. */
@QuarkusTest
@OnBothStacks
class PasswordResetTest {

    @Inject
    Event<PasswordReset> reset;

    @Test
    void passwordResetRevokesKeysOnRequest() {
        TestUser user = Signet.createUser();
        ApiKey key = ApiKey.of(user);
        key.me().then().statusCode(200);

        fire(user, false);
        key.me().then().statusCode(200);
        fire(user, true);

        key.me().then().statusCode(401);
    }

    private void fire(TestUser user, boolean apiKeysToo) {
        QuarkusTransaction.requiringNew()
                .run(() -> reset.fire(new PasswordReset(UUID.fromString(user.id()), apiKeysToo)));
    }
}
