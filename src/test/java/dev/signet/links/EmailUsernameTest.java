package dev.signet.links;

import dev.signet.support.accounts.MailUser;
import dev.signet.support.accounts.SecondFactor;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.installation.Journey;
import dev.signet.support.mail.MailReceiver;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import static dev.signet.support.ErrorResponses.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Usernames that look like e-mail addresses: each endpoint accepts only the account's verified one. */
@QuarkusTest
class EmailUsernameTest extends MailReceiver {

    private final String own = "Own-" + UUID.randomUUID() + "@evil.example";
    private final String victim = "victim-" + UUID.randomUUID() + "@corp.example";

    @Test
    @Journey
    void registrationRejectsEmailOfAnotherAsUsername() {
        MailUser.post("/auth/registrations", Map.of("email", own)).then().statusCode(202);
        String token = sink.mail(own).token();

        assertRejected(MailUser.use(token, Map.of("username", victim, "password", Signet.PASSWORD)));
        assertRejected(
                MailUser.use(token, Map.of("username", victim.replace('@', '\uff20'), "password", Signet.PASSWORD)));
        MailUser.use(token, Map.of("username", own.toLowerCase(), "password", Signet.PASSWORD))
                .then()
                .statusCode(204);

        Signet.loginRequest(own, Signet.PASSWORD).send().then().statusCode(200);
    }

    @Test
    void lookAlikeOfOwnEmailIsRejected() {
        assertRejected(create("\uff4f" + own.substring(1), own, true));
    }

    @Test
    void administratorCannotUseEmailOfAnotherAsUsername() {
        assertRejected(create(victim, null, false));
        assertRejected(create(victim, own, true));
        assertRejected(create(own, own, false));
        create(own, own, true).then().statusCode(201);
    }

    @Test
    void patchKeepsUsernameAndVerifiedEmailEqual() {
        TestUser user = Signet.createUser();
        assertRejected(patch(user, Map.of("username", victim)));
        assertRejected(patch(user, Map.of("username", own, "email", own)));
        patch(user, Map.of("username", own, "email", own, "email_verified", true))
                .then()
                .statusCode(200);

        assertRejected(patch(user, Map.of("email_verified", false)));
        assertRejected(patch(user, Map.of("email", victim, "email_verified", true)));
        Map<String, Object> withoutEmail = new HashMap<>();
        withoutEmail.put("email", null);
        assertRejected(patch(user, withoutEmail));
        patch(user, Map.of("enabled", false)).then().statusCode(200);
        patch(user, Map.of("username", victim, "email", victim, "email_verified", true))
                .then()
                .statusCode(200)
                .body("username", equalTo(victim));
    }

    @Test
    void importRejectsEmailOfAnotherAsUsername() {
        String lines = """
                {"username":"%1$s","email":"%2$s","email_verified":true}
                {"username":"%2$s","email":"%2$s"}
                {"username":"%2$s","email":"%2$s","email_verified":true}
                """.formatted(victim, own);

        String report = Signet.bearer(Signet.admin().access())
                .urlEncodingEnabled(false)
                .contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/admin/accounts:import")
                .asString();

        assertThat(report)
                .contains("{\"line\":1,\"status\":\"refused\",\"error\":\"invalid_request\",\"member\":\"username\"}")
                .contains("{\"line\":2,\"status\":\"refused\",\"error\":\"invalid_request\",\"member\":\"username\"}")
                .contains("{\"line\":3,\"status\":\"created\"");
    }

    @Test
    void invitationRejectsEmailOfAnotherAsUsername() {
        assertRejected(invite(victim));
        invite(own).then().statusCode(201);
        String token = sink.mail(own).token();

        MailUser.use(token, Map.of("password", Signet.PASSWORD)).then().statusCode(204);

        Signet.loginRequest(own, Signet.PASSWORD).send().then().statusCode(200);
    }

    @Test
    void usernameFollowsAnEmailChange() {
        MailUser mailUser = withEmailAsUsername();
        SecondFactor.post(
                        Signet.login(mailUser.email(), Signet.PASSWORD),
                        "/auth/email",
                        Map.of("email", own, "password", Signet.PASSWORD))
                .then()
                .statusCode(202);

        MailUser.use(sink.mail(own).token(), Map.of("password", Signet.PASSWORD))
                .then()
                .statusCode(204);

        mailUser.account()
                .then()
                .body("email", equalTo(own))
                .body("username", equalTo(own))
                .body("email_verified", equalTo(true));
    }

    @Test
    void linkRequestReachesUsernameAndEmailMatches() {
        MailUser named = withEmailAsUsername();
        MailUser other = MailUser.create();
        other.patch(Map.of("email", named.email().toUpperCase()));

        MailUser.requestLink("password-reset", named.email()).then().statusCode(202);

        assertThat(sink.mail(named.email()).text()).contains(named.email());
        assertThat(sink.mail(named.email().toUpperCase()).text()).contains(other.username());
    }

    @ParameterizedTest
    @ValueSource(strings = {" %s", "%s\t", "\u00a0%s "})
    void whiteSpaceAroundUsernameIsIgnored(String form) {
        MailUser mailUser = MailUser.create();
        String typed = form.formatted(mailUser.username());

        Signet.loginRequest(typed, Signet.PASSWORD).send().then().statusCode(200);
        Signet.bearer(Signet.admin().access())
                .queryParam("username", typed)
                .get("/admin/accounts")
                .then()
                .body("items[0].id", equalTo(mailUser.user().id()));
        MailUser.requestLink("sign-in", typed).then().statusCode(202);
        assertThat(sink.mail(mailUser.email()).hasLink()).isTrue();
        assertProblem(create(typed, null, false), 409, "username_taken");
    }

    private static MailUser withEmailAsUsername() {
        MailUser mailUser = MailUser.create();
        mailUser.patch(Map.of("username", mailUser.email(), "email_verified", true));
        return mailUser;
    }

    private static Response create(String username, String email, boolean verified) {
        Map<String, Object> body = new HashMap<>(Map.of("username", username, "password", Signet.PASSWORD));
        if (email != null) {
            body.putAll(Map.of("email", email, "email_verified", verified));
        }
        return Signet.adminRequest().contentType(ContentType.JSON).body(body).post("/admin/accounts");
    }

    private static Response patch(TestUser user, Map<String, ?> change) {
        return Signet.adminRequest().contentType(ContentType.JSON).body(change).patch("/admin/accounts/" + user.id());
    }

    private Response invite(String username) {
        return Signet.adminRequest()
                .contentType(ContentType.JSON)
                .body(Map.of("email", own, "username", username))
                .post("/admin/invitations");
    }

    private static void assertRejected(Response response) {
        response.then().statusCode(400).body("member", equalTo("username"));
    }
}
