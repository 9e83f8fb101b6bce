package dev.signet.selfservice;

import dev.signet.support.accounts.Signet;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Sensitive pages with a login that is older than 15 minutes. */
@QuarkusTest
@OnBothStacks
class OldLoginTest {

    private static final String PAGE = "/account/security";
    private static final String SIGN_IN = "/account/sign-in?return_to=" + PAGE;

    @Inject
    DataSource database;

    @Test
    void sensitivePageRequiresAnotherSignInAndThenIsShown() throws SQLException {
        AccountVisitor visitor = AccountVisitor.signedIn();
        age(visitor, Duration.ofMinutes(16));

        assertThat(visitor.open("/account").heading()).isEqualTo("Your account");
        Shown redirect = visitor.open(PAGE);
        assertThat(redirect.location()).isEqualTo(SIGN_IN);
        Shown signIn = visitor.browser().follow(redirect.location());
        assertThat(signIn.page().select("#username").attr("value"))
                .isEqualTo(visitor.user().username());
        Shown signedIn = visitor.signIn(signIn);

        assertThat(signedIn.location()).isEqualTo(PAGE);
        assertThat(visitor.open(PAGE).heading()).isEqualTo("Security");
    }

    @Test
    void formOfAnOldLoginChangesNothing() throws SQLException {
        AccountVisitor visitor = AccountVisitor.signedIn();
        Shown page = visitor.open(PAGE);
        age(visitor, Duration.ofMinutes(16));

        Shown rejected = visitor.submit(
                page,
                PAGE + "/password",
                "current_password",
                Signet.PASSWORD,
                "new_password",
                "an entirely new passphrase");

        assertThat(rejected.location()).isEqualTo(SIGN_IN);
        visitor.user().loginRequest().send().then().statusCode(200);
    }

    @Test
    void loginOf14MinutesIsRecent() throws SQLException {
        AccountVisitor visitor = AccountVisitor.signedIn();
        age(visitor, Duration.ofMinutes(14));

        assertThat(visitor.open(PAGE).heading()).isEqualTo("Security");
    }

    private void age(AccountVisitor visitor, Duration age) throws SQLException {
        age(database, visitor, age);
    }

    /** Moves the login of a user into the past. */
    static void age(DataSource database, AccountVisitor visitor, Duration age) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("update browser_session set auth_time = ? where account_id = ?")) {
            statement.setTimestamp(1, Timestamp.from(Clock.systemUTC().instant().minus(age)));
            statement.setObject(2, UUID.fromString(visitor.user().id()));
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
