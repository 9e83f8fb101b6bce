package dev.signet.selfservice;

import dev.signet.support.accounts.ApiKey;
import dev.signet.support.accounts.PasskeyDevice;
import dev.signet.support.accounts.PasskeyRequests;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

/** The page for the user's data, with the default of the service: users cannot delete their account. */
@QuarkusTest
class DataPageTest {

    private static final String PAGE = "/account/data";
    private static final int DOWNLOADS = 10;

    @Test
    @Journey
    void exportContainsTheUsersDataAndNoSecret() {
        TestUser user = Signet.createUser("reader");
        Tokens tokens = user.login();
        ApiKey key = ApiKey.of(tokens, Map.of("roles", List.of("reader")));
        String passkey = PasskeyRequests.register(tokens, PasskeyDevice.create());
        AccountVisitor visitor = AccountVisitor.signedIn(user);

        Shown export = visitor.submit(visitor.open(PAGE), PAGE + "/export");

        export.response()
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Content-Disposition", equalTo("attachment; filename=\"account.json\""))
                .header("Cache-Control", equalTo("no-store"))
                .body("account.id", equalTo(user.id()))
                .body("account.username", equalTo(user.username()))
                .body("account.roles", equalTo(List.of("reader")))
                .body("passkeys.id", equalTo(List.of(passkey)))
                .body("sessions", hasSize(2))
                .body("api_keys", hasSize(1))
                .body("api_keys[0].prefix", equalTo(key.value().substring(0, 10)));
        assertThat(export.response().asString()).doesNotContain(key.value(), "$argon2", "password");
    }

    @Test
    void downloadsAreLimited() {
        AccountVisitor visitor = AccountVisitor.signedIn();
        Shown page = visitor.open(PAGE);

        for (int i = 0; i < DOWNLOADS; i++) {
            assertThat(visitor.submit(page, PAGE + "/export").response().statusCode())
                    .isEqualTo(200);
        }
        Shown rejected = visitor.submit(page, PAGE + "/export");

        rejected.response().then().statusCode(429).header("Retry-After", notNullValue());
        assertThat(rejected.alert()).isEqualTo("Too many downloads. Try again in a few minutes.");
        AccountVisitor other = AccountVisitor.signedIn();
        assertThat(other.submit(other.open(PAGE), PAGE + "/export").response().statusCode())
                .isEqualTo(200);
    }

    @Test
    void accountIsNotDeletedWhereThisIsNotAllowed() {
        AccountVisitor visitor = AccountVisitor.signedIn();
        Shown page = visitor.open(PAGE);
        assertThat(page.page().select("form[action$=deletion]")).isEmpty();

        Shown rejected = visitor.browser()
                .post(PAGE + "/deletion", Map.of("csrf", page.fields().get("csrf"), "password", Signet.PASSWORD));

        assertThat(rejected.response().statusCode()).isEqualTo(404);
        visitor.user().loginRequest().send().then().statusCode(200);
    }
}
