package dev.signet.throttle;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.signet.support.ErrorResponses.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class LoginLimitTest {

    @Test
    @Journey
    void loginLimitIsTheSameForExistingAndUnknownAccounts() {
        assertLimited(Signet.createUser().username());
        assertLimited("nobody-" + UUID.randomUUID());
    }

    @Test
    @Journey
    void throttledLoginIsRecordedOncePerWindow() {
        TestUser user = Signet.createUser();

        assertLimited(user.username());
        user.loginRequest().send().then().statusCode(429);
        user.loginRequest().send().then().statusCode(429);

        List<String> subjects = Signet.adminRequest()
                .get("/admin/events?limit=200&type=login.throttled")
                .path("items.subject");
        assertThat(subjects).filteredOn(user.id()::equals).hasSize(1);
    }

    @Test
    void failuresDoNotLockOutAnotherAccount() {
        TestUser other = Signet.createUser();
        assertLimited("nobody-" + UUID.randomUUID());

        other.login();
    }

    @Test
    @Journey
    void passwordResetByAdministratorEndsThrottling() {
        TestUser user = Signet.createUser();
        assertLimited(user.username());

        Signet.adminRequest()
                .body(Map.of("password", "a passphrase by the helpdesk"))
                .patch("/admin/accounts/" + user.id())
                .then()
                .statusCode(200);

        Signet.loginRequest(user.username(), "a passphrase by the helpdesk")
                .send()
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "nul\0", "half\ud83d", "two words"})
    void invalidUsernamesAreTreatedAsUnknown(String username) {
        Signet.loginRequest(username + "-" + UUID.randomUUID() + username, "wrong pass phrase")
                .send()
                .then()
                .statusCode(401);
    }

    private static void assertLimited(String username) {
        for (int i = 0; i < 10; i++) {
            // Upper and lower case refer to the same account.
            Signet.loginRequest(i % 2 == 0 ? username : username.toUpperCase(), "wrong pass phrase")
                    .send()
                    .then()
                    .statusCode(401);
        }
        String wait = assertProblem(
                        Signet.loginRequest(username, "wrong pass phrase").send(), 429, "too_many_attempts")
                .extract()
                .header("Retry-After");
        assertThat(Integer.parseInt(wait)).isBetween(1, 900);
    }
}
