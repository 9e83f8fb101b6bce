package dev.signet.links.request;

import dev.signet.support.accounts.MailUser;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.Journey;
import dev.signet.support.mail.MailReceiver;
import dev.signet.support.mail.ReceivedMail;
import dev.signet.support.oauth.App;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.signet.support.ErrorResponses.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

/**
 * Accounts created by users themselves, by registration or invitation: no account exists before its e-mail address is
 * verified.
 */
@QuarkusTest
class SelfRegistrationTest extends MailReceiver {

    private final String newEmail = "new-" + UUID.randomUUID() + "@example.com";
    private final String username = "new-" + UUID.randomUUID();

    @Test
    @Journey
    void registrationCreatesAccountWithVerifiedEmail() {
        register(newEmail).then().statusCode(202);
        String token = sink.mail(newEmail).token();
        assertThat(accounts(username)).isEmpty();

        MailUser.use(token, account()).then().statusCode(204);

        Signet.loginRequest(username, Signet.PASSWORD).send().then().statusCode(200);
        assertThat(accounts(username))
                .singleElement()
                .satisfies(account -> assertThat(account)
                        .containsEntry("email", newEmail)
                        .containsEntry("email_verified", true)
                        .containsEntry("roles", List.of()));
        MailUser.use(token, Map.of("username", "second-" + username, "password", Signet.PASSWORD))
                .then()
                .statusCode(410);
    }

    @Test
    void signInPageLinksToRegistration() {
        Browser browser = new Browser();
        Shown ask = browser.follow(App.trusted()
                .start(browser)
                .page()
                .select(".offers a:contains(Create account)")
                .attr("href"));
        Shown wrong = browser.submit(ask, "name", "no address");
        assertThat(wrong.response().statusCode()).isEqualTo(400);
        assertThat(wrong.alert()).startsWith("Enter a valid email address");
        browser.submit(wrong, "name", newEmail);

        Shown page = browser.open("/links/" + sink.mail(newEmail).token(), Map.of());
        Shown existing = browser.submit(page, "username", "ADMIN", "password", Signet.PASSWORD);
        assertThat(existing.alert()).startsWith("This username is already taken");
        Shown rejected = browser.submit(existing, "username", username, "password", "short");
        assertThat(rejected.alert()).startsWith("This password is too short");
        Shown odd = browser.submit(rejected, "username", "a b", "password", Signet.PASSWORD);
        assertThat(odd.alert()).startsWith("Use up to 100 characters");
        Shown done = browser.submit(odd, "username", username, "password", Signet.PASSWORD);

        assertThat(done.heading()).isEqualTo("Account created");
        Signet.loginRequest(username, Signet.PASSWORD).send().then().statusCode(200);
    }

    @Test
    void existingEmailIsReportedOnlyByMail() {
        MailUser existing = MailUser.create();

        Response response = register(existing.email().toUpperCase());
        Response free = register(newEmail);

        assertThat(response.statusCode()).isEqualTo(free.statusCode()).isEqualTo(202);
        assertThat(response.asString()).isEqualTo(free.asString()).isEmpty();
        ReceivedMail mail = sink.mail(existing.email());
        assertThat(mail.text())
                .contains("You already have one")
                .contains(existing.username())
                .contains("nothing has changed");
        assertThat(mail.hasLink()).isFalse();
    }

    @Test
    void registrationRequestAcceptsOnlyTheEmail() {
        MailUser.post(
                        "/auth/registrations",
                        Map.of("email", newEmail, "username", username, "password", Signet.PASSWORD))
                .then()
                .statusCode(400);
        assertThat(accounts(username)).isEmpty();
    }

    @Test
    void usernameConflictsKeepTheLinkButAreLimited() {
        TestUser user = Signet.createUser();
        register(newEmail);
        String token = sink.mail(newEmail).token();
        assertProblem(
                MailUser.use(token, Map.of("username", user.username(), "password", Signet.PASSWORD)),
                409,
                "username_taken");
        MailUser.use(token, account()).then().statusCode(204);

        String other = "other-" + newEmail;
        register(other);
        String second = sink.mail(other).token();
        int status = 0;
        for (int i = 0; i < 11; i++) {
            status = MailUser.use(second, Map.of("username", "admin", "password", Signet.PASSWORD))
                    .statusCode();
        }
        assertThat(status).isEqualTo(429);
    }

    @Test
    void concurrentlyRegisteredEmailCreatesNoSecondAccount() {
        register(newEmail);
        String token = sink.mail(newEmail).token();
        Signet.bearer(Signet.admin().access())
                .contentType(ContentType.JSON)
                .body(Map.of("username", username, "email", newEmail))
                .post("/admin/accounts")
                .then()
                .statusCode(201);

        MailUser.use(token, Map.of("username", "second-" + username, "password", Signet.PASSWORD))
                .then()
                .statusCode(410);
    }

    @Test
    @Journey
    void invitedUserChoosesUsernameAndPassword() {
        String role = "role-" + UUID.randomUUID();
        Signet.createUser(role);
        String id = invite(Map.of("email", newEmail, "roles", List.of(role)))
                .then()
                .statusCode(201)
                .body("email", equalTo(newEmail))
                .extract()
                .path("id");
        admin().get("/admin/invitations?limit=200").then().body("items.id", hasItem(id));
        ReceivedMail mail = sink.mail(newEmail);
        assertThat(mail.text() + mail.html()).doesNotContain("127.0.0.1");
        String token = mail.token();

        MailUser.use(token, account()).then().statusCode(204);

        assertThat(accounts(username))
                .singleElement()
                .satisfies(account -> assertThat(account)
                        .containsEntry("email_verified", true)
                        .containsEntry("roles", List.of(role)));
        admin().get("/admin/invitations?limit=200").then().body("items.id", not(hasItem(id)));
        MailUser.use(token, account()).then().statusCode(410);
    }

    @Test
    void invitationUsernameCannotBeChanged() {
        invite(Map.of("email", newEmail, "username", username)).then().statusCode(201);
        String token = sink.mail(newEmail).token();

        MailUser.use(token, Map.of("username", "other-" + username, "password", Signet.PASSWORD))
                .then()
                .statusCode(400)
                .body("member", equalTo("username"));
        MailUser.use(token, Map.of("password", Signet.PASSWORD)).then().statusCode(204);

        Signet.loginRequest(username, Signet.PASSWORD).send().then().statusCode(200);
    }

    @Test
    void deletedInvitationEndsItsLink() {
        String id = invite(Map.of("email", newEmail)).path("id");
        String token = sink.mail(newEmail).token();

        admin().delete("/admin/invitations/" + id).then().statusCode(204);

        MailUser.use(token, account()).then().statusCode(410);
        admin().delete("/admin/invitations/" + id).then().statusCode(404);
    }

    @Test
    void laterInvitationReplacesTheEarlierOne() {
        invite(Map.of("email", newEmail));
        String earlier = sink.mail(newEmail).token();
        invite(Map.of("email", newEmail.toUpperCase()));
        String later = sink.mail(newEmail.toUpperCase()).token();

        MailUser.use(earlier, account()).then().statusCode(410);
        MailUser.use(later, account()).then().statusCode(204);
    }

    @Test
    void invalidInvitationIsRejected() {
        MailUser existing = MailUser.create();

        assertProblem(invite(Map.of("email", existing.email())), 409, "conflict");
        assertProblem(invite(Map.of("email", newEmail, "username", existing.username())), 409, "username_taken");
        invite(Map.of("email", newEmail, "roles", List.of("no-such-role")))
                .then()
                .statusCode(400)
                .body("member", equalTo("roles"));
        invite(Map.of("username", username)).then().statusCode(400).body("member", equalTo("email"));
        invite(Map.of("email", "nonsense")).then().statusCode(400).body("member", equalTo("email"));
        invite(Map.of("email", newEmail, "enabled", true)).then().statusCode(400);
        Signet.bearer(existing.user().login().access())
                .contentType(ContentType.JSON)
                .body(Map.of("email", newEmail))
                .post("/admin/invitations")
                .then()
                .statusCode(403);
    }

    private Map<String, String> account() {
        return Map.of("username", username, "password", Signet.PASSWORD);
    }

    private static Response register(String email) {
        return MailUser.post("/auth/registrations", Map.of("email", email));
    }

    private static Response invite(Map<String, ?> body) {
        return admin().contentType(ContentType.JSON).body(body).post("/admin/invitations");
    }

    private static io.restassured.specification.RequestSpecification admin() {
        return Signet.bearer(Signet.admin().access());
    }

    private static List<Map<String, Object>> accounts(String username) {
        return admin().queryParam("username", username).get("/admin/accounts").path("items");
    }
}
