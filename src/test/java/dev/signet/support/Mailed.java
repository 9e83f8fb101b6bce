package dev.signet.support;

import dev.signet.support.Signet.Person;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;

/** User whose mail a test can read. */
public record Mailed(Person person, String address) {

    /** Creates a user with an e-mail address of its own, which is not verified. */
    public static Mailed user() {
        Person person = Signet.person();
        String address = "mail-" + UUID.randomUUID() + "@example.com";
        patch(person, Map.of("email", address));
        return new Mailed(person, address);
    }

    public String username() {
        return person.username();
    }

    /**
     * Requests a link.
     *
     * @param what the last segment of the path
     */
    public Response ask(String what) {
        return ask(what, username());
    }

    public static Response ask(String what, String named) {
        return post("/auth/links/" + what, Map.of("username", named));
    }

    /** Requests a link and reads its token in the received mail. */
    public String token(SmtpSink sink, String what) {
        int before = sink.to(address).size();
        ask(what).then().statusCode(202);
        return sink.mail(address, before + 1).token();
    }

    /** Uses a link over the API. */
    public static Response use(String token, Map<String, ?> body) {
        return post("/links/" + token, body);
    }

    public static Response post(String path, Map<String, ?> body) {
        return given().contentType(ContentType.JSON).body(body).post(path);
    }

    public void patch(Map<String, ?> change) {
        patch(person, change);
    }

    /** Returns the account as administrators see it. */
    public Response seen() {
        return Signet.bearer(Signet.admin().access()).get("/admin/accounts/" + person.id());
    }

    private static void patch(Person person, Map<String, ?> change) {
        Signet.bearer(Signet.admin().access())
                .contentType(ContentType.JSON)
                .body(change)
                .patch("/admin/accounts/" + person.id())
                .then()
                .statusCode(200);
    }
}
