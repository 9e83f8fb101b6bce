package dev.signet.links;

import dev.signet.support.accounts.MailUser;
import dev.signet.support.accounts.SecondFactor;
import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import dev.signet.support.mail.MailReceiver;
import dev.signet.support.mail.ReceivedMail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static dev.signet.support.ErrorResponses.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Links that end before their expiry, because another link or the account changed. */
@QuarkusTest
class EndedLinkTest extends MailReceiver {

    private static final String NEW_PASSWORD = "an entirely new passphrase";

    @Journey
    @Test
    void newerLinkReplacesTheOlder() {
        MailUser mailUser = MailUser.create();
        String older = mailUser.token(sink, "password-reset");
        String other = mailUser.token(sink, "email-verification");
        String newer = mailUser.token(sink, "password-reset");

        MailUser.use(older, Map.of("new_password", NEW_PASSWORD)).then().statusCode(410);

        MailUser.use(other, Map.of()).then().statusCode(204);
        MailUser.use(newer, Map.of("new_password", NEW_PASSWORD)).then().statusCode(204);
    }

    @Test
    void resetEndsOtherLinksOfTheAccount() {
        MailUser mailUser = MailUser.create();
        String signIn = mailUser.token(sink, "sign-in");
        String reset = mailUser.token(sink, "password-reset");

        MailUser.use(reset, Map.of("new_password", NEW_PASSWORD)).then().statusCode(204);

        MailUser.use(signIn, Map.of()).then().statusCode(410);
    }

    @Test
    void disablingAnAccountEndsItsLinks() {
        MailUser mailUser = MailUser.create();
        List<String> tokens = List.of(
                mailUser.token(sink, "password-reset"),
                mailUser.token(sink, "email-verification"),
                mailUser.token(sink, "sign-in"));

        mailUser.patch(Map.of("enabled", false));
        tokens.forEach(EndedLinkTest::assertExpired);
        mailUser.patch(Map.of("enabled", true));
        tokens.forEach(EndedLinkTest::assertExpired);
        mailUser.account().then().body("email_verified", equalTo(false));
    }

    @Test
    void linkRequiresTheEmailItWasSentTo() {
        MailUser mailUser = MailUser.create();
        String reset = mailUser.token(sink, "password-reset");
        String verification = mailUser.token(sink, "email-verification");

        mailUser.patch(Map.of("email", "other-" + mailUser.email()));

        assertExpired(reset);
        assertExpired(verification);
        mailUser.account().then().body("email_verified", equalTo(false));
        ReceivedMail notice = sink.mail(mailUser.email(), 3);
        assertThat(notice.text()).contains("no longer uses this email address").doesNotContain("other-");
    }

    @Test
    void changedPasswordEndsLinks() {
        MailUser mailUser = MailUser.create();
        String token = mailUser.token(sink, "password-reset");

        Signet.bearer(mailUser.user().login().access())
                .contentType(ContentType.JSON)
                .body(Map.of("current_password", Signet.PASSWORD, "new_password", NEW_PASSWORD))
                .post("/auth/password")
                .then()
                .statusCode(204);

        assertExpired(token);
        assertThat(sink.mail(mailUser.email(), 2).header("Subject")).contains("was changed");
    }

    @Test
    void revocationEndsLinksAndNewOnesWork() {
        MailUser mailUser = MailUser.create();
        List<String> before = List.of(mailUser.token(sink, "sign-in"), mailUser.token(sink, "password-reset"));

        notBefore(mailUser);

        before.forEach(EndedLinkTest::assertExpired);
        Signet.loginRequest(mailUser.username(), NEW_PASSWORD).send().then().statusCode(401);
        Signet.adminRequest()
                .get("/admin/accounts/" + mailUser.user().id() + "/sessions")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        MailUser.use(mailUser.token(sink, "sign-in"), Map.of()).then().statusCode(200);
        MailUser.use(mailUser.token(sink, "password-reset"), Map.of("new_password", NEW_PASSWORD))
                .then()
                .statusCode(204);
    }

    @Test
    void revocationEndsPendingLinkLogin() {
        MailUser mailUser = MailUser.create();
        SecondFactor factor = SecondFactor.enrol(mailUser.user());
        String before = MailUser.use(mailUser.token(sink, "sign-in"), Map.of())
                .then()
                .extract()
                .path("mfa_token");

        notBefore(mailUser);

        assertProblem(SecondFactor.finish(before, factor.authenticator().next()), 401, "invalid_grant");
        String after = MailUser.use(mailUser.token(sink, "sign-in"), Map.of())
                .then()
                .extract()
                .path("mfa_token");
        SecondFactor.finish(after, factor.authenticator().next()).then().statusCode(200);
    }

    private static void notBefore(MailUser mailUser) {
        Signet.adminRequest()
                .post("/admin/accounts/" + mailUser.user().id() + "/not-before")
                .then()
                .statusCode(200);
    }

    private static void assertExpired(String token) {
        given().get("/links/" + token).then().statusCode(410);
        MailUser.use(token, Map.of("new_password", NEW_PASSWORD)).then().statusCode(410);
        MailUser.use(token, Map.of()).then().statusCode(410);
    }
}
