package dev.signet.support.accounts;

import dev.signet.support.installation.TestInstallation;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;

/** Signet as its clients see it: over HTTP only, so that a test runs against the classes, the jar and the binary. */
public final class Signet {

    public static final String PASSWORD = "a long enough passphrase";

    /** Tokens of a login or refresh response. */
    public record Tokens(String access, String refresh) {}

    /** Account created for one test. */
    public record TestUser(String id, String username) {

        public Tokens login() {
            return Signet.login(username, PASSWORD);
        }

        public LoginRequest loginRequest() {
            return Signet.loginRequest(username, PASSWORD);
        }
    }

    private static volatile String adminToken;

    private Signet() {}

    public static Tokens login(String username, String password) {
        return tokens(loginRequest(username, password)
                .send()
                .then()
                .statusCode(200)
                .extract()
                .response());
    }

    public static LoginRequest loginRequest(String username, String password) {
        return new LoginRequest(username, password);
    }

    public static Tokens admin() {
        return login("admin", TestInstallation.ADMIN_PASSWORD);
    }

    /**
     * Returns a request of the administrator, who logs in again only if the last token is of another installation or
     * too old.
     */
    public static RequestSpecification adminRequest() {
        if (adminToken == null || me(adminToken).statusCode() != 200) {
            adminToken = admin().access();
        }
        return bearer(adminToken).contentType(ContentType.JSON);
    }

    /** Creates an account with a unique name. */
    public static TestUser createUser(String... roles) {
        String username = "person-" + UUID.randomUUID();
        String admin = admin().access();
        for (String role : roles) {
            bearer(admin)
                    .contentType(ContentType.JSON)
                    .body(Map.of("name", role))
                    .post("/admin/roles");
        }
        String id = bearer(admin)
                .contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", PASSWORD, "roles", List.of(roles)))
                .post("/admin/accounts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new TestUser(id, username);
    }

    /** Disables or enables an account. */
    public static void setEnabled(String account, boolean enabled) {
        adminRequest()
                .body(Map.of("enabled", enabled))
                .patch("/admin/accounts/" + account)
                .then()
                .statusCode(200);
    }

    public static RequestSpecification bearer(String accessToken) {
        return given().header("Authorization", "Bearer " + accessToken);
    }

    public static Response me(String accessToken) {
        return bearer(accessToken).get("/auth/me");
    }

    public static Response refresh(String refreshToken) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("refresh_token", refreshToken))
                .post("/auth/refresh");
    }

    public static Response verify(String token) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("token", token))
                .post("/auth/verify");
    }

    public static Tokens tokens(Response response) {
        return new Tokens(response.path("access_token"), response.path("refresh_token"));
    }
}
