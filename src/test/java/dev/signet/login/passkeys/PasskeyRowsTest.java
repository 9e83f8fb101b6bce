package dev.signet.login.passkeys;

import dev.signet.support.accounts.PasskeyDevice;
import dev.signet.support.accounts.PasskeyRequests;
import dev.signet.support.accounts.PasskeyRequests.Started;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.oauth.App;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import static dev.signet.support.ErrorResponses.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** Rows that requests for passkeys store: their number is limited. */
@QuarkusTest
@OnBothStacks
class PasskeyRowsTest {

    private static final int REQUESTS = 5;

    @Inject
    DataSource database;

    @Test
    void inventedCeremonyStoresNoCounter() throws SQLException {
        Started started = PasskeyRequests.startLogin(Map.of());
        long before = count("attempt_counter");

        for (int i = 0; i < REQUESTS; i++) {
            PasskeyDevice device = PasskeyDevice.create();
            Started invented = new Started("sgp_" + PasskeyDevice.encode(new byte[32]), started.options());
            assertProblem(
                    PasskeyRequests.finishLogin(invented, device.get(started.options()), Map.of()),
                    401,
                    "invalid_grant");
        }

        assertThat(count("attempt_counter")).isLessThanOrEqualTo(before);
    }

    @Test
    void repeatedFormStoresOneCeremony() throws SQLException {
        Browser browser = new Browser();
        Shown signIn = App.trusted().start(browser);
        long before = count("passkey_ceremony");

        for (int i = 0; i < REQUESTS; i++) {
            signIn = browser.signIn(signIn, "", "");
            assertThat(signIn.page().select("input[name=ceremony]").attr("value"))
                    .startsWith("sgp_");
        }

        assertThat(count("passkey_ceremony")).isLessThanOrEqualTo(before);
    }

    @Test
    void repeatedRegistrationStoresOneCeremony() throws SQLException {
        Tokens session = Signet.createUser().login();
        PasskeyRequests.startRegistration(session);
        long before = count("passkey_ceremony");

        for (int i = 0; i < REQUESTS; i++) {
            PasskeyRequests.startRegistration(session);
        }

        assertThat(count("passkey_ceremony")).isLessThanOrEqualTo(before);
    }

    @Test
    void throttledPageStartsNoCeremony() {
        TestUser user = Signet.createUser();
        Browser browser = new Browser();
        Shown page = App.trusted().start(browser);
        for (int i = 0; i < 100 && page.response().statusCode() != 429; i++) {
            page = browser.signIn(page, user.username(), "wrong");
        }

        assertThat(page.response().statusCode()).isEqualTo(429);
        assertThat(page.page().select("input[name=ceremony], script, [data-passkey-options]"))
                .isEmpty();
        assertThat(page.page().select("#password")).hasSize(1);
    }

    private long count(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
