package dev.signet.links;

import dev.signet.support.accounts.MailUser;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.browser.Browser;
import dev.signet.support.installation.Journey;
import dev.signet.support.oauth.App;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static dev.signet.support.ErrorResponses.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Without a mail configuration everything else works, and operations that need mail return an error. */
@QuarkusTest
@TestProfile(MailNotConfiguredTest.NoMailSettings.class)
class MailNotConfiguredTest {

    /** The configuration after a start without any settings. */
    public static final class NoMailSettings implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.mailer.from", "", "signet.accounts.registration", "closed");
        }
    }

    @Test
    @Journey
    void linkRequestsNameTheMissingSetting() {
        TestUser user = Signet.createUser();

        for (String kind : new String[] {"password-reset", "email-verification", "sign-in"}) {
            assertProblem(MailUser.requestLink(kind, user.username()), 501, "mail_not_configured");
        }
        Signet.bearer(user.login().access())
                .contentType(ContentType.JSON)
                .body(Map.of("email", "a@example.com", "password", Signet.PASSWORD))
                .post("/auth/email")
                .then()
                .statusCode(501);
        given().get("/links/new/password-reset").then().statusCode(501);
        assertThat(App.trusted().start(new Browser()).page().select(".offers")).isEmpty();
    }

    @Test
    void closedRegistrationRejectsRegistrationsAndInvitations() {
        assertProblem(
                MailUser.post("/auth/registrations", Map.of("email", "a@example.com")), 403, "registration_closed");
        assertProblem(
                Signet.bearer(Signet.admin().access())
                        .contentType(ContentType.JSON)
                        .body(Map.of("email", "a@example.com"))
                        .post("/admin/invitations"),
                403,
                "registration_closed");
        given().get("/links/new/registration").then().statusCode(403);
    }

    @Test
    void passwordChangeWorksWithoutMail() {
        MailUser mailUser = MailUser.create();

        Signet.bearer(mailUser.user().login().access())
                .contentType(ContentType.JSON)
                .body(Map.of("current_password", Signet.PASSWORD, "new_password", "an entirely new passphrase"))
                .post("/auth/password")
                .then()
                .statusCode(204);
    }
}
