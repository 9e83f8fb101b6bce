package dev.signet.links.email;

import dev.signet.support.accounts.MailUser;
import dev.signet.support.accounts.PasskeyDevice;
import dev.signet.support.accounts.PasskeyRequests;
import dev.signet.support.accounts.SecondFactor;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.Journey;
import dev.signet.support.mail.MailReceiver;
import dev.signet.support.mail.ReceivedMail;
import dev.signet.support.oauth.App;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;

import static dev.signet.support.ErrorResponses.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

/**
 * Changes of the user's own e-mail address: requested with the password, executed by a link to the new address,
 * reported to the old one.
 */
@QuarkusTest
class EmailChangeTest extends MailReceiver {

    private static final Map<String, String> PASSWORD = Map.of("password", Signet.PASSWORD);

    private final Browser browser = new Browser();

    private MailUser mailUser;
    private String next;

    @BeforeEach
    void registerUser() {
        mailUser = MailUser.create();
        next = "next-" + mailUser.email();
    }

    @Test
    @Journey
    void emailChangesWhenTheLinkIsUsed() {
        Tokens session = mailUser.user().login();
        Tokens elsewhere = mailUser.user().login();
        change(session).then().statusCode(202);
        String token = sink.mail(next).token();
        mailUser.account().then().body("email", equalTo(mailUser.email()));

        MailUser.use(token, PASSWORD).then().statusCode(204);

        mailUser.account().then().body("email", equalTo(next)).body("email_verified", equalTo(true));
        Signet.me(session.access()).then().statusCode(200);
        Signet.me(elsewhere.access()).then().statusCode(401);
        ReceivedMail notice = sink.mail(mailUser.email());
        assertThat(notice.header("Subject")).contains("was changed");
        assertThat(notice.text()).doesNotContain(next).contains("127.0.0.1");
        // An unverified e-mail address may be mistyped: its owner must not get a link that restores it.
        assertThat(notice.hasLink()).isFalse();
    }

    @Test
    @Journey
    void changeLinkRequiresSessionOrPassword() {
        Tokens session = mailUser.user().login();
        change(session).then().statusCode(202);
        String token = sink.mail(next).token();
        Tokens stranger = Signet.createUser().login();

        assertProblem(MailUser.use(token, Map.of()), 401, "invalid_credentials");
        MailUser.use(token, Map.of("password", "wrong")).then().statusCode(401);
        SecondFactor.post(stranger, "/links/" + token, Map.of()).then().statusCode(401);
        mailUser.account().then().body("email", equalTo(mailUser.email()));

        SecondFactor.post(session, "/links/" + token, Map.of()).then().statusCode(204);
        mailUser.account().then().body("email", equalTo(next));
    }

    @Test
    void changeLinkRequiresSecondFactorWithPassword() {
        SecondFactor factor = SecondFactor.enrol(mailUser.user());
        change(factor.session(), "otp", factor.authenticator().next()).then().statusCode(202);
        String token = sink.mail(next).token();

        assertProblem(MailUser.use(token, PASSWORD), 401, "otp_required");
        MailUser.use(token, Map.of("password", Signet.PASSWORD, "otp", "000000"))
                .then()
                .statusCode(401);
        MailUser.use(
                        token,
                        Map.of(
                                "password",
                                Signet.PASSWORD,
                                "otp",
                                factor.authenticator().next()))
                .then()
                .statusCode(204);
    }

    @Test
    void changePageRequiresThePassword() {
        SecondFactor factor = SecondFactor.enrol(mailUser.user());
        change(factor.session(), "otp", factor.authenticator().next());
        Shown page = browser.open("/links/" + sink.mail(next).token(), Map.of());

        Shown wrong = browser.submit(page, "password", "wrong");
        assertThat(wrong.response().statusCode()).isEqualTo(400);
        assertThat(wrong.alert()).startsWith("Incorrect password or code");
        Shown again = browser.submit(wrong, "password", Signet.PASSWORD);
        assertThat(again.alert()).startsWith("Enter your password again");
        mailUser.account().then().body("email", equalTo(mailUser.email()));
        Shown done = browser.submit(
                again,
                "password",
                Signet.PASSWORD,
                "otp",
                factor.authenticator().next());

        assertThat(done.heading()).isEqualTo("Email address confirmed");
        mailUser.account().then().body("email", equalTo(next));
    }

    @Test
    void changePageOfThrottledAccountNamesTheTimeToWait() {
        change(mailUser.user().login());
        Shown page = browser.open("/links/" + sink.mail(next).token(), Map.of());
        for (int failure = 0; failure < 10; failure++) {
            page = browser.submit(page, "password", "wrong");
            assertThat(page.response().statusCode()).isEqualTo(400);
        }

        Response throttled = browser.submit(page, "password", Signet.PASSWORD).response();

        throttled.then().statusCode(429).header("Retry-After", matchesPattern("[1-9][0-9]*"));
    }

    @Test
    void changePageRequiresNoPasswordOfSignedInUser() {
        App.trusted().login(browser, mailUser.username());
        change(mailUser.user().login());
        Shown page = browser.open("/links/" + sink.mail(next).token(), Map.of());

        assertThat(page.page().select("#password")).isEmpty();
        assertThat(browser.submit(page).heading()).isEqualTo("Email address confirmed");

        mailUser.account().then().body("email", equalTo(next));
    }

    @Test
    void changePageRequiresPasswordInBrowserOfAnotherAccount() {
        App.trusted().login(browser, Signet.createUser().username());
        change(mailUser.user().login());
        Shown page = browser.open("/links/" + sink.mail(next).token(), Map.of());

        assertThat(page.page().select("#password")).hasSize(1);
        assertThat(browser.submit(page, "password", "wrong").response().statusCode())
                .isEqualTo(400);

        mailUser.account().then().body("email", equalTo(mailUser.email()));
    }

    @Test
    @Journey
    void undoLinkWorksOnce() {
        String undo = changed(next);
        ReceivedMail mail = sink.mail(mailUser.email());
        assertThat(mail.header("Subject")).contains("was changed");
        assertThat(mail.text()).contains("7 days").doesNotContain(next);
        Tokens thief = mailUser.user().login();
        Shown page = browser.open("/links/" + undo, Map.of());
        assertThat(page.heading()).startsWith("Restore email address");
        mailUser.account().then().body("email", equalTo(next));

        assertThat(browser.submit(page).heading()).isEqualTo("Email address restored");

        mailUser.account().then().body("email", equalTo(mailUser.email())).body("email_verified", equalTo(true));
        Signet.me(thief.access()).then().statusCode(401);
        MailUser.use(undo, Map.of()).then().statusCode(410);
        assertThat(sink.mail(next, 2).hasLink()).isFalse();
        String reset = sink.mail(mailUser.email(), 2).token();
        MailUser.use(reset, Map.of("new_password", "an entirely new passphrase"))
                .then()
                .statusCode(204);
        assertThat(Signet.adminRequest()
                        .get("/admin/events?type=account.email_change_undone&limit=200")
                        .jsonPath()
                        .getList("items.findAll { it.subject == '"
                                + mailUser.user().id() + "' }.type"))
                .contains("account.email_change_undone");
    }

    @Test
    void undoRemovesPasskeys() {
        PasskeyDevice device = PasskeyDevice.create();
        String undo = changed(next);
        PasskeyRequests.register(mailUser.user().login(), device);

        MailUser.use(undo, Map.of()).then().statusCode(204);

        assertProblem(PasskeyRequests.login(device), 401, "invalid_credentials");
    }

    @Test
    void addedPasskeyIsReportedToTheVerifiedAddress() {
        changed(next);

        PasskeyRequests.register(mailUser.user().login(), PasskeyDevice.create());

        ReceivedMail mail = sink.mail(next, 2);
        assertThat(mail.header("Subject")).startsWith("A passkey was added");
        assertThat(mail.text()).contains(mailUser.username());
        assertThat(mail.hasLink()).isFalse();
    }

    @Test
    void undoLinkSurvivesLaterEmailAndPasswordChanges() {
        String undo = changed(next);
        String second = "second-" + next;
        changeTo(second);
        String undoOfThief = sink.mail(next, 2).token();
        SecondFactor.post(
                        mailUser.user().login(),
                        "/auth/password",
                        Map.of("current_password", Signet.PASSWORD, "new_password", "the password of the thief"))
                .then()
                .statusCode(204);

        MailUser.use(undo, Map.of()).then().statusCode(204);
        Signet.loginRequest(mailUser.user().username(), "the password of the thief")
                .send()
                .then()
                .statusCode(401);

        mailUser.account().then().body("email", equalTo(mailUser.email()));
        MailUser.use(undoOfThief, Map.of()).then().statusCode(410);
        mailUser.account().then().body("email", equalTo(mailUser.email()));
    }

    @Test
    void changeByAdministratorEndsUndoLinks() {
        String undo = changed(next);
        String byAdministrator = "admin-" + next;

        mailUser.patch(Map.of("email", byAdministrator, "email_verified", true));

        MailUser.use(undo, Map.of()).then().statusCode(410);
        ReceivedMail notice = sink.mail(next, 2);
        assertThat(notice.hasLink()).isFalse();
        assertThat(notice.text() + notice.html()).contains("administrator").doesNotContain("127.0.0.1");
    }

    @Test
    void disabledAccountIsNotRestored() {
        String undo = changed(next);
        mailUser.patch(Map.of("enabled", false));
        mailUser.patch(Map.of("enabled", true));

        MailUser.use(undo, Map.of()).then().statusCode(410);
        mailUser.account().then().body("email", equalTo(next));
    }

    @Test
    void undoMailIsInGerman() {
        mailUser.patch(Map.of("email_verified", true));
        change(mailUser.user().login());
        given().header("Accept-Language", "de")
                .contentType(ContentType.JSON)
                .body(PASSWORD)
                .post("/links/" + sink.mail(next).token())
                .then()
                .statusCode(204);

        assertThat(sink.mail(mailUser.email()).text()).contains("E-Mail-Adresse wiederherstellen");
    }

    @Test
    void emailChangeRequiresThePassword() {
        Tokens session = mailUser.user().login();

        assertProblem(change(session, "password", "wrong"), 401, "invalid_credentials");
        change(session, "password", "").then().statusCode(400);
        MailUser.post("/auth/email", Map.of("email", next, "password", Signet.PASSWORD))
                .then()
                .statusCode(401);

        assertThat(sink.to(next)).isEmpty();
    }

    @Test
    void emailChangeRequiresTheSecondFactor() {
        SecondFactor factor = SecondFactor.enrol(mailUser.user());

        assertProblem(change(factor.session()), 401, "otp_required");
        change(factor.session(), "otp", factor.authenticator().next()).then().statusCode(202);

        assertThat(sink.mail(next).hasLink()).isTrue();
    }

    @Test
    void passwordResetEndsPendingEmailChange() {
        change(mailUser.user().login()).then().statusCode(202);
        String change = sink.mail(next).token();

        MailUser.use(mailUser.token(sink, "password-reset"), Map.of("new_password", "an entirely new passphrase"))
                .then()
                .statusCode(204);

        MailUser.use(change, PASSWORD).then().statusCode(410);
        mailUser.account().then().body("email", equalTo(mailUser.email()));
    }

    @Test
    void revocationEndsPendingEmailChange() {
        change(mailUser.user().login()).then().statusCode(202);
        String change = sink.mail(next).token();

        Signet.adminRequest()
                .post("/admin/accounts/" + mailUser.user().id() + "/not-before")
                .then()
                .statusCode(200);

        MailUser.use(change, Map.of()).then().statusCode(410);
        mailUser.account().then().body("email", equalTo(mailUser.email()));
    }

    @Test
    void invalidEmailIsRejected() {
        change(mailUser.user().login(), "email", "nonsense")
                .then()
                .statusCode(400)
                .body("member", equalTo("email"));
    }

    /** Changes a verified address, and returns the token of the link that undoes it. */
    private String changed(String email) {
        mailUser.patch(Map.of("email_verified", true));
        changeTo(email);
        return sink.mail(mailUser.email()).token();
    }

    private void changeTo(String email) {
        change(mailUser.user().login(), "email", email).then().statusCode(202);
        MailUser.use(sink.mail(email).token(), PASSWORD).then().statusCode(204);
    }

    private Response change(Tokens session, String... other) {
        Map<String, String> body = new HashMap<>(Map.of("email", next, "password", Signet.PASSWORD));
        for (int i = 0; i < other.length; i += 2) {
            body.put(other[i], other[i + 1]);
        }
        return SecondFactor.post(session, "/auth/email", body);
    }
}
