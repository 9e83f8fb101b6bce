package dev.signet.support.accounts;

import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static dev.signet.support.ErrorResponses.assertProblem;
import static org.hamcrest.Matchers.equalTo;

/** API key created for one test, over HTTP only. */
public record ApiKey(String id, String value) {

    public static final String PATH = "/auth/api-keys";

    /** Creates a key with these roles for a user, who logs in for it. */
    public static ApiKey of(TestUser user, String... roles) {
        return of(user.login(), Map.of("name", "a key", "roles", List.of(roles)));
    }

    public static ApiKey of(Tokens tokens, Map<String, ?> members) {
        return read(tryCreate(tokens, members));
    }

    public static Response tryCreate(Tokens tokens, Map<String, ?> members) {
        return json(tokens.access()).body(named(members)).post(PATH);
    }

    /** Creates a key for any account, as an administrator. */
    public static ApiKey byAdministrator(String account, Map<String, ?> members) {
        return read(Signet.adminRequest().body(named(members)).post(path(account)));
    }

    public static Response tryRotate(Tokens tokens, String id, Map<String, ?> members) {
        return json(tokens.access()).body(members).post(PATH + "/" + id + "/rotations");
    }

    public ApiKey rotated(Tokens tokens, Map<String, ?> members) {
        return read(tryRotate(tokens, id, members));
    }

    public Response me() {
        return Signet.me(value);
    }

    /** Revokes the key with an access token of its owner. */
    public void revoke(Tokens tokens) {
        Signet.bearer(tokens.access()).delete(PATH + "/" + id).then().statusCode(204);
    }

    /** Asserts that no endpoint accepts the key. */
    public void assertRejected() {
        assertProblem(me(), 401, "invalid_token");
        Signet.verify(value).then().body("", equalTo(Map.of("active", false)));
    }

    /** Requests the own keys of an account. */
    public static Response list(Tokens tokens) {
        return Signet.bearer(tokens.access()).get(PATH);
    }

    /** Returns a request with the key. */
    public RequestSpecification call() {
        return json(value);
    }

    public static ApiKey read(Response response) {
        response.then().statusCode(201);
        return new ApiKey(response.path("id"), response.path("api_key"));
    }

    public static String path(String account) {
        return "/admin/accounts/" + account + "/api-keys";
    }

    private static Map<String, Object> named(Map<String, ?> members) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "a key"));
        body.putAll(members);
        return body;
    }

    private static RequestSpecification json(String bearer) {
        return Signet.bearer(bearer).contentType(ContentType.JSON);
    }
}
