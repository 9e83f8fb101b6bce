package dev.signet.links;

import dev.signet.support.ConcurrentCalls;
import dev.signet.support.Polling;
import dev.signet.support.accounts.MailUser;
import dev.signet.support.accounts.SecondFactor;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.mail.MailReceiver;
import dev.signet.support.mail.ReceivedMail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static dev.signet.support.ErrorResponses.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Use of links: each once, and for one purpose. */
@QuarkusTest
class LinkTest extends MailReceiver {

    private static final String NEW_PASSWORD = "an entirely new passphrase";

    @Test
    @Journey
    void resetSetsPasswordAndEndsSessions() {
        MailUser mailUser = MailUser.create();
        Tokens session = mailUser.user().login();
        String token = mailUser.token(sink, "password-reset");

        MailUser.use(token, Map.of("new_password", NEW_PASSWORD)).then().statusCode(204);

        Signet.me(session.access()).then().statusCode(401);
        Signet.refresh(session.refresh()).then().statusCode(401);
        mailUser.loginRequest().send().then().statusCode(401);
        Signet.loginRequest(mailUser.username(), NEW_PASSWORD).send().then().statusCode(200);
        mailUser.account().then().body("email_verified", equalTo(true));
        ReceivedMail notice = sink.mail(mailUser.email(), 2);
        assertThat(notice.header("Subject")).contains("password").contains("was changed");
        assertThat(notice.hasLink()).isFalse();
        assertThat(notice.text()).contains("127.0.0.1");
    }

    @Test
    @Journey
    void linkWorksOnce() {
        String token = MailUser.create().token(sink, "email-verification");

        MailUser.use(token, Map.of()).then().statusCode(204);

        assertProblem(MailUser.use(token, Map.of()), 410, "link_expired");
        given().get("/links/" + token).then().statusCode(410);
    }

    @Test
    void viewingALinkDoesNotConsumeIt() {
        MailUser mailUser = MailUser.create();
        String token = mailUser.token(sink, "email-verification");

        for (int i = 0; i < 3; i++) {
            given().get("/links/" + token).then().statusCode(200);
            given().head("/links/" + token).then().statusCode(200);
        }
        given().options("/links/" + token);

        mailUser.account().then().body("email_verified", equalTo(false));
        MailUser.use(token, Map.of()).then().statusCode(204);
        mailUser.account().then().body("email_verified", equalTo(true));
    }

    @Test
    @OnBothStacks
    @Journey
    void concurrentUseOfALinkSucceedsOnce() throws Exception {
        MailUser mailUser = MailUser.create();
        String token = mailUser.token(sink, "sign-in");

        List<Integer> statuses =
                ConcurrentCalls.run(20, () -> MailUser.use(token, Map.of()).statusCode());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 410).hasSize(19);
    }

    @Test
    @OnBothStacks
    void concurrentResetsSetOnePassword() throws Exception {
        MailUser mailUser = MailUser.create();
        String token = mailUser.token(sink, "password-reset");

        List<Integer> statuses = ConcurrentCalls.run(
                20,
                () -> MailUser.use(
                                token,
                                Map.of(
                                        "new_password",
                                        NEW_PASSWORD + Thread.currentThread().getId()))
                        .statusCode());

        assertThat(statuses).filteredOn(status -> status == 204).hasSize(1);
        // A request is also rejected if too many passwords are hashed at the same time.
        assertThat(statuses).filteredOn(status -> status != 204).isSubsetOf(410, 503);
    }

    @Test
    void linkHasOnePurpose() {
        MailUser mailUser = MailUser.create();
        String verification = mailUser.token(sink, "email-verification");
        String signIn = mailUser.token(sink, "sign-in");
        String reset = mailUser.token(sink, "password-reset");

        for (String token : List.of(verification, signIn)) {
            MailUser.use(token, Map.of("new_password", NEW_PASSWORD))
                    .then()
                    .statusCode(400)
                    .body("member", equalTo("new_password"));
        }
        MailUser.use(reset, Map.of()).then().statusCode(400).body("member", equalTo("new_password"));
        MailUser.use(reset, Map.of("username", "x", "password", NEW_PASSWORD))
                .then()
                .statusCode(400);
        MailUser.use(verification, Map.of("purpose", "sign_in")).then().statusCode(400);

        mailUser.loginRequest().send().then().statusCode(200);
        MailUser.use(verification, Map.of()).then().statusCode(204);
        MailUser.use(signIn, Map.of()).then().statusCode(200);
        MailUser.use(reset, Map.of("new_password", NEW_PASSWORD)).then().statusCode(204);
    }

    @Test
    void linksAndTokensAreNotInterchangeable() {
        MailUser mailUser = MailUser.create();
        Tokens session = mailUser.user().login();
        String link = mailUser.token(sink, "sign-in");

        Signet.me(link).then().statusCode(401);
        Signet.refresh(link).then().statusCode(401);
        Signet.verify(link).then().body("active", equalTo(false));
        for (String other : List.of(session.refresh(), session.access(), "sgl_", "sgl_" + "A".repeat(43), "x")) {
            assertProblem(MailUser.use(other, Map.of()), 410, "link_expired");
        }
    }

    @Test
    void rejectedPasswordLeavesTheLinkUsable() {
        MailUser mailUser = MailUser.create();
        String token = mailUser.token(sink, "password-reset");

        for (String rejected : List.of("short", "password1", mailUser.username())) {
            assertProblem(MailUser.use(token, Map.of("new_password", rejected)), 400, "password_refused");
        }

        MailUser.use(token, Map.of("new_password", NEW_PASSWORD)).then().statusCode(204);
    }

    @Test
    void passwordResetAndVerificationRequireTheLink() {
        MailUser mailUser = MailUser.create();
        mailUser.token(sink, "password-reset");

        MailUser.post(
                        "/auth/links/password-reset",
                        Map.of("username", mailUser.username(), "new_password", NEW_PASSWORD))
                .then()
                .statusCode(400);
        MailUser.post("/links/", Map.of("new_password", NEW_PASSWORD)).then().statusCode(404);
        for (String token : List.of("password-reset", mailUser.username())) {
            MailUser.use(token, Map.of("new_password", NEW_PASSWORD)).then().statusCode(410);
        }
        // This path accepts only the form of a page.
        MailUser.use("second-factor", Map.of("new_password", NEW_PASSWORD))
                .then()
                .statusCode(415);
        Signet.bearer(mailUser.user().login().access())
                .contentType(ContentType.JSON)
                .body(Map.of("new_password", NEW_PASSWORD))
                .post("/auth/password")
                .then()
                .statusCode(400);

        Signet.loginRequest(mailUser.username(), NEW_PASSWORD).send().then().statusCode(401);
        mailUser.account().then().body("email_verified", equalTo(false));
    }

    @Test
    @Journey
    void signInLinkReturnsTokens() {
        MailUser mailUser = MailUser.create();

        Response response = MailUser.use(mailUser.token(sink, "sign-in"), Map.of());

        response.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("token_type", equalTo("Bearer"))
                .body("scope", equalTo("profile"));
        Tokens tokens = Signet.tokens(response);
        Signet.me(tokens.access())
                .then()
                .statusCode(200)
                .body("username", equalTo(mailUser.username()))
                .body("amr", equalTo(List.of("email")));
        Signet.verify(tokens.access()).then().body("acr", equalTo("aal1"));
        Signet.refresh(tokens.refresh()).then().statusCode(200);
    }

    @Test
    void signInLinkRequiresTheSecondFactor() {
        MailUser mailUser = MailUser.create();
        SecondFactor factor = SecondFactor.enrol(mailUser.user());

        Response response = MailUser.use(mailUser.token(sink, "sign-in"), Map.of());

        assertProblem(response, 401, "otp_required");
        assertThat(response.asString()).doesNotContain("access_token");
        SecondFactor.finish(response.path("mfa_token"), "000000").then().statusCode(401);
        Response finished = SecondFactor.finish(
                response.path("mfa_token"), factor.authenticator().next());
        finished.then().statusCode(200);
        Signet.me(finished.path("access_token")).then().body("amr", equalTo(List.of("email", "otp", "mfa")));
    }

    @Test
    void resetKeepsTheSecondFactor() {
        MailUser mailUser = MailUser.create();
        SecondFactor.enrol(mailUser.user());

        MailUser.use(mailUser.token(sink, "password-reset"), Map.of("new_password", NEW_PASSWORD))
                .then()
                .statusCode(204);

        assertProblem(Signet.loginRequest(mailUser.username(), NEW_PASSWORD).send(), 401, "otp_required");
    }

    @Test
    void linkEventHasPurposeButNoEmail() throws Exception {
        MailUser mailUser = MailUser.create();
        mailUser.token(sink, "sign-in");

        // The event is recorded after the server has accepted the mail.
        String details = "items.findAll { it.subject == '" + mailUser.user().id() + "' }.detail";
        List<Map<String, String>> found = Polling.await()
                .until(
                        () -> Signet.adminRequest()
                                .get("/admin/events?limit=200&type=link.sent")
                                .then()
                                .statusCode(200)
                                .extract()
                                .path(details),
                        events -> !events.isEmpty());
        assertThat(found).containsExactly(Map.of("purpose", "sign_in"));
    }

    @Test
    void malformedRequestsAreClientErrors() {
        for (String body :
                List.of("", "{", "[]", "{\"username\":1}", "{\"username\":\"\"}", "{\"email\":\"a\"}", "{}")) {
            given().contentType(ContentType.JSON)
                    .body(body)
                    .post("/auth/links/sign-in")
                    .then()
                    .statusCode(400);
        }
        given().contentType(ContentType.JSON)
                .body(Map.of("username", "x".repeat(1_001)))
                .post("/auth/links/sign-in")
                .then()
                .statusCode(400);
        given().contentType(ContentType.TEXT)
                .body("x")
                .post("/auth/links/sign-in")
                .then()
                .statusCode(415);
    }
}
