package dev.signet.support.accounts;

import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.mail.SmtpSink;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;

/** User whose mail a test can read. */
public record MailUser(TestUser user, String email) {

    /** Creates a user with an e-mail address of its own, which is not verified. */
    public static MailUser create() {
        TestUser user = Signet.createUser();
        String email = "mail-" + UUID.randomUUID() + "@example.com";
        patch(user, Map.of("email", email));
        return new MailUser(user, email);
    }

    public String username() {
        return user.username();
    }

    public LoginRequest loginRequest() {
        return user.loginRequest();
    }

    /**
     * Requests a link.
     *
     * @param linkType the last segment of the path
     */
    public Response requestLink(String linkType) {
        return requestLink(linkType, username());
    }

    public static Response requestLink(String linkType, String named) {
        return post("/auth/links/" + linkType, Map.of("username", named));
    }

    /** Requests a link and reads its token in the received mail. */
    public String token(SmtpSink sink, String linkType) {
        int before = sink.to(email).size();
        requestLink(linkType).then().statusCode(202);
        return sink.mail(email, before + 1).token();
    }

    /** Uses a link over the API. */
    public static Response use(String token, Map<String, ?> body) {
        return post("/links/" + token, body);
    }

    public static Response post(String path, Map<String, ?> body) {
        return given().contentType(ContentType.JSON).body(body).post(path);
    }

    public void patch(Map<String, ?> change) {
        patch(user, change);
    }

    /** Returns the account as administrators see it. */
    public Response account() {
        return Signet.bearer(Signet.admin().access()).get("/admin/accounts/" + user.id());
    }

    private static void patch(TestUser user, Map<String, ?> change) {
        Signet.bearer(Signet.admin().access())
                .contentType(ContentType.JSON)
                .body(change)
                .patch("/admin/accounts/" + user.id())
                .then()
                .statusCode(200);
    }
}
