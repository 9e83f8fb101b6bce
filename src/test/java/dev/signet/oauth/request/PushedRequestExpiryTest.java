package dev.signet.oauth.request;

import dev.signet.support.App;
import dev.signet.support.Browser;
import dev.signet.support.Browser.Shown;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class PushedRequestExpiryTest {

    @Inject
    DataSource database;

    @Test
    void requestUriEndsAfterItsTime() throws SQLException {
        App app = App.trusted();
        String uri = given().contentType(ContentType.URLENC)
                .header("Authorization", app.client().basic())
                .formParams(app.request())
                .post("/oauth2/par")
                .then()
                .statusCode(201)
                .extract()
                .path("request_uri");
        Map<String, String> query = Map.of("client_id", app.client().id(), "request_uri", uri);
        assertThat(new Browser().open("/oauth2/authorize", query).heading()).isEqualTo("Sign in");

        age(app);

        Shown late = new Browser().open("/oauth2/authorize", query);
        assertThat(late.response().statusCode()).isEqualTo(400);
        assertThat(late.location()).isNull();
        assertThat(late.page().select("code").first().text()).isEqualTo("invalid_request_uri");
    }

    private void age(App app) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update pushed_request set expires_at = expires_at - interval '61' second where client_id = ?")) {
            update.setString(1, app.client().id());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
