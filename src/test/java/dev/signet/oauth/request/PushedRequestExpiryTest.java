package dev.signet.oauth.request;

import dev.signet.support.accounts.Signet;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.database.Sweep;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.oauth.App;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import static dev.signet.support.oauth.OAuth.parRequest;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@OnBothStacks
class PushedRequestExpiryTest {

    @Inject
    DataSource database;

    @Test
    void requestUriExpires() throws SQLException {
        App app = App.trusted();
        String requestUri = pushed(app);
        assertThat(app.startPushed(new Browser(), requestUri).heading()).isEqualTo("Sign in");

        age(app);

        Shown late = app.startPushed(new Browser(), requestUri);
        assertThat(late.response().statusCode()).isEqualTo(400);
        assertThat(late.location()).isNull();
        assertThat(late.page().select("code").first().text()).isEqualTo("invalid_request_uri");
    }

    @Test
    void unusedRequestIsRemovedAfterExpiry() throws SQLException {
        App app = App.trusted();
        pushed(app);
        Sweep.table("pushed_request");
        assertThat(kept(app)).isEqualTo(1);

        age(app);
        Sweep.table("pushed_request");

        assertThat(kept(app)).isZero();
    }

    @Test
    void requestWithOpenPagesIsRetained() throws SQLException {
        App app = App.trusted();
        String requestUri = pushed(app);
        Browser browser = new Browser();
        Browser other = new Browser();
        Shown shown = app.startPushed(browser, requestUri);
        Shown again = app.startPushed(other, requestUri);

        age(app);
        Sweep.table("pushed_request");

        assertThat(App.parameters(browser.signIn(shown, Signet.createUser().username(), Signet.PASSWORD)))
                .containsKey("code");
        Sweep.table("pushed_request");
        assertThat(other.signIn(again, Signet.createUser().username(), Signet.PASSWORD)
                        .page()
                        .select("code")
                        .first()
                        .text())
                .isEqualTo("invalid_request_uri");
    }

    @Test
    void usedRequestIsRemovedWhenItsPagesExpire() throws SQLException {
        App app = App.trusted();
        Browser browser = new Browser();
        Shown shown = app.startPushed(browser, pushed(app));
        App.parameters(browser.signIn(shown, Signet.createUser().username(), Signet.PASSWORD));

        change(app, "remove_after = remove_after - interval '31' minute");
        Sweep.table("pushed_request");

        assertThat(kept(app)).isZero();
    }

    private static String pushed(App app) {
        return parRequest(app.client())
                .with(app.request())
                .send()
                .then()
                .statusCode(201)
                .extract()
                .path("request_uri");
    }

    private void age(App app) throws SQLException {
        change(
                app,
                "expires_at = expires_at - interval '61' second, remove_after = remove_after - interval '61' second");
    }

    private void change(App app, String assignments) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update pushed_request set " + assignments + " where client_id = ?")) {
            update.setString(1, app.client().id());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private int kept(App app) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select count(*) from pushed_request where client_id = ?")) {
            query.setString(1, app.client().id());
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
