package dev.signet.selfservice;

import dev.signet.support.accounts.ApiKey;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.installation.OptionalFeatures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;
import java.sql.SQLException;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

/** Creation of API keys on the account page where {@code signet.apikeys.max-login-age} is less than 15 minutes. */
@QuarkusTest
@OnBothStacks
@TestProfile(OptionalFeatures.class)
class ApiKeyLoginAgeTest {

    private static final String PAGE = "/account/api-keys";

    @Inject
    DataSource database;

    @Test
    void olderLoginCreatesNoKey() throws SQLException {
        AccountVisitor visitor = AccountVisitor.signedIn();
        Shown page = visitor.open(PAGE);
        OldLoginTest.age(database, visitor, Duration.ofMinutes(1));

        Shown rejected = visitor.submit(page, PAGE, "name", "a key", "days", "30");

        assertThat(rejected.location()).isEqualTo("/account/sign-in?return_to=" + PAGE);
        ApiKey.list(visitor.user().login()).then().body("items", hasSize(0));
    }
}
