package dev.signet.support.accounts;

import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static io.restassured.RestAssured.given;

/** User with a confirmed authenticator app, the recovery codes, and the session that enrolled it. */
public record SecondFactor(
        TestUser user, Tokens session, Authenticator authenticator, String id, List<String> recoveryCodes) {

    public static final String TOTP = "/auth/factors/totp";
    public static final String CONFIRMATION = "/auth/factors/totp/confirmation";

    public static SecondFactor enrolled() {
        return enrol(Signet.createUser());
    }

    public static SecondFactor enrol(TestUser user) {
        Tokens session = user.login();
        Response enrolment = post(session, TOTP, Map.of("password", Signet.PASSWORD));
        enrolment.then().statusCode(200);
        Authenticator authenticator = new Authenticator(enrolment.path("secret"));
        List<String> codes = post(session, CONFIRMATION, Map.of("otp", authenticator.next()))
                .then()
                .statusCode(200)
                .extract()
                .path("recovery_codes");
        return new SecondFactor(user, session, authenticator, enrolment.path("id"), codes);
    }

    /** Logs in with the password, up to the second factor. */
    public String mfaToken() {
        return user.loginRequest().send().then().statusCode(401).extract().path("mfa_token");
    }

    /** Logs in with password and code in one call. */
    public Response login(String otp) {
        return user.loginRequest().otp(otp).send();
    }

    /** Completes a login with a code. */
    public static Response finish(String mfaToken, String otp) {
        return finish(mfaToken, "otp", otp);
    }

    public static Response finish(String mfaToken, String method, String value) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("mfa_token", mfaToken, method, value))
                .post("/auth/login/otp");
    }

    /** Returns a body with the password and other members, in pairs. */
    public static Map<String, String> credentials(String... more) {
        Map<String, String> body = new HashMap<>(Map.of("password", Signet.PASSWORD));
        for (int i = 0; i < more.length; i += 2) {
            body.put(more[i], more[i + 1]);
        }
        return body;
    }

    public static Response post(Tokens session, String path, Map<String, String> body) {
        return Signet.bearer(session.access())
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    /** Requests the own second factors of a user. */
    public static Response list(Tokens session) {
        return Signet.bearer(session.access()).get("/auth/factors");
    }
}
