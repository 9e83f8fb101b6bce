package dev.signet.tokens.status.publication;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.installation.OptionalFeatures;
import dev.signet.support.oauth.OAuth;
import dev.signet.tokens.status.StatusSlot;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

import static dev.signet.tokens.status.publication.PublishedList.awaitRevoked;
import static dev.signet.tokens.status.publication.PublishedList.indexOf;
import static dev.signet.tokens.status.publication.PublishedList.revokes;
import static dev.signet.tokens.status.publication.PublishedList.uriOf;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Status list entries of access tokens that were renewed without a refresh token. */
@QuarkusTest
@TestProfile(OptionalFeatures.class)
@OnBothStacks
class RenewedTokenStatusTest {

    @Inject
    DataSource database;

    @Test
    void renewedTokenIsListedAndRevokedWithItsSession() throws Exception {
        String first = login(Signet.createUser());
        String second = renewed(first);
        String bystander = renewed(login(Signet.createUser()));
        assertThat(uriOf(second)).isEqualTo(uriOf(first));
        assertThat(revokes(second)).isFalse();

        Signet.bearer(second).post("/auth/logout").then().statusCode(204);

        awaitRevoked(first);
        awaitRevoked(second);
        assertThat(revokes(bystander)).isFalse();
    }

    @Test
    void expiredSlotIsReplacedAndBothSlotsAreRevoked() throws Exception {
        String first = login(Signet.createUser());
        endSlot(first);

        String second = renewed(first);
        String third = renewed(second);

        assertThat(slotOf(second)).isNotEqualTo(slotOf(first));
        assertThat(slotOf(third)).isEqualTo(slotOf(second));
        Signet.bearer(third).post("/auth/logout").then().statusCode(204);
        awaitRevoked(first);
        awaitRevoked(second);
        awaitRevoked(third);
    }

    private static String login(TestUser user) {
        return token("", Map.of("username", user.username(), "password", Signet.PASSWORD));
    }

    private static String renewed(String token) {
        return token("refresh/", Map.of("token", token));
    }

    private static String token(String view, Map<String, String> body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/jwt-auth/" + view)
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }

    private static String slotOf(String token) {
        return uriOf(token) + " " + indexOf(token) / StatusSlot.ENTRIES;
    }

    private void endSlot(String token) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update session set status_slot_until = current_timestamp - interval '1' second where id = ?")) {
            update.setObject(1, UUID.fromString(OAuth.claims(token).get("sid").asText()));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
