package dev.signet.selfservice;

import dev.signet.support.accounts.ApiKey;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** The page for the own API keys. */
@QuarkusTest
class ApiKeysPageTest {

    private static final String PAGE = "/account/api-keys";

    @Test
    @Journey
    void keyIsCreatedShownOnceAndRevoked() {
        TestUser user = Signet.createUser("reader", "writer");
        AccountVisitor visitor = AccountVisitor.signedIn(user);

        Shown created =
                visitor.submit(visitor.open(PAGE), PAGE, "name", "<nightly>", "days", "30", "role.reader", "yes");
        String value = created.page().select("code.secret").text();
        ApiKey key = new ApiKey("", value);
        key.me()
                .then()
                .statusCode(200)
                .body("username", equalTo(user.username()))
                .body("roles", equalTo(List.of("reader")));
        Shown page = visitor.open(PAGE);
        assertThat(page.page().select(".entries strong").text()).isEqualTo("<nightly>");
        assertThat(page.page().select(".entries").text()).contains(value.substring(0, 10), "Roles: reader");
        assertThat(page.response().asString()).doesNotContain(value);

        Shown done = visitor.submitAndFollow(
                PAGE, page.page().select(".entries form").attr("action"));

        assertThat(AccountVisitor.success(done)).isEqualTo("The API key is revoked.");
        key.assertRejected();
    }

    @Test
    void roleThatTheUserDoesNotHaveIsIgnored() {
        AccountVisitor visitor = AccountVisitor.signedIn();

        Shown created = visitor.submit(visitor.open(PAGE), PAGE, "name", "a key", "role.admin", "yes");

        new ApiKey("", created.page().select("code.secret").text())
                .me()
                .then()
                .statusCode(200)
                .body("roles", equalTo(List.of()));
    }

    @Test
    void missingNameShowsMessage() {
        AccountVisitor visitor = AccountVisitor.signedIn();

        Shown rejected = visitor.submit(visitor.open(PAGE), PAGE, "name", " ");

        assertThat(rejected.response().statusCode()).isEqualTo(400);
        assertThat(rejected.alert()).isEqualTo("Enter a name of up to 100 characters.");
    }

    @Test
    void keyOfAnotherAccountIsNotFound() {
        TestUser victim = Signet.createUser();
        ApiKey key = ApiKey.of(victim);
        AccountVisitor visitor = AccountVisitor.signedIn();
        String csrf = visitor.open(PAGE).fields().get("csrf");

        Shown rejected = visitor.browser().post(PAGE + "/" + key.id() + "/revocation", Map.of("csrf", csrf));

        assertThat(rejected.response().statusCode()).isEqualTo(404);
        key.me().then().statusCode(200);
    }
}
