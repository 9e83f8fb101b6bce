package dev.signet.selfservice;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.OptionalFeatures;
import dev.signet.support.installation.TestInstallation;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Deletion of the own account, where users may do this. */
@QuarkusTest
@TestProfile(OptionalFeatures.class)
class SelfDeletionTest {

    private static final String PAGE = "/account/data";
    private static final String DELETION = PAGE + "/deletion";

    @Test
    @Journey
    void userDeletesTheAccount() {
        AccountVisitor visitor = AccountVisitor.signedIn();
        Tokens tokens = visitor.user().login();

        Shown wrong = visitor.submit(visitor.open(PAGE), DELETION, "password", "wrong");
        assertThat(wrong.alert()).isEqualTo("Incorrect password or code.");
        Shown deleted = visitor.submit(visitor.open(PAGE), DELETION, "password", Signet.PASSWORD);

        assertThat(deleted.heading()).isEqualTo("Your account is deleted");
        assertThat(visitor.browser().cookies()).doesNotContainKey("signet-session");
        Signet.refresh(tokens.refresh()).then().statusCode(401);
        visitor.user().loginRequest().send().then().statusCode(401);
        Signet.adminRequest()
                .get("/admin/accounts/" + visitor.user().id())
                .then()
                .statusCode(404);
    }

    @Test
    void lastAdministratorRemains() {
        AccountVisitor visitor = new AccountVisitor(new TestUser("", "admin"), new Browser());
        visitor.browser()
                .signIn(visitor.browser().open("/account/sign-in", Map.of()), "admin", TestInstallation.ADMIN_PASSWORD);

        Shown rejected = visitor.submit(visitor.open(PAGE), DELETION, "password", TestInstallation.ADMIN_PASSWORD);

        assertThat(rejected.alert()).startsWith("You're the only administrator.");
        assertThat(Signet.admin().access()).isNotEmpty();
    }
}
