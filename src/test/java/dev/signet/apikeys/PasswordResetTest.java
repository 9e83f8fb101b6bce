package dev.signet.apikeys;

import dev.signet.accounts.PasswordReset;
import dev.signet.support.ApiKey;
import dev.signet.support.OnBothStacks;
import dev.signet.support.Signet;
import dev.signet.support.Signet.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.UUID;

/** Whoever resets a password because somebody else may know it decides about the API keys as well. */
@QuarkusTest
@OnBothStacks
class PasswordResetTest {

    @Inject
    Event<PasswordReset> reset;

    @Test
    void keysEndIfTheOwnerAsksForIt() {
        Person person = Signet.person();
        ApiKey key = ApiKey.of(person);
        key.me().then().statusCode(200);

        fire(person, false);
        key.me().then().statusCode(200);
        fire(person, true);

        key.me().then().statusCode(401);
    }

    private void fire(Person person, boolean apiKeysToo) {
        QuarkusTransaction.requiringNew()
                .run(() -> reset.fire(new PasswordReset(UUID.fromString(person.id()), apiKeysToo)));
    }
}
