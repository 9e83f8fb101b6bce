package dev.signet.support.accounts;

import dev.signet.support.accounts.Signet.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import java.util.HashMap;
import java.util.Map;

import static io.restassured.RestAssured.given;

/** Requests of the REST API of passkeys. */
public final class PasskeyRequests {

    public static final String PATH = "/auth/passkeys";
    public static final String LOGIN = "/auth/login/passkey";

    /** A started ceremony. */
    public record Started(String ceremony, Map<String, Object> options) {

        public static Started of(Response response) {
            response.then().statusCode(200);
            return new Started(response.path("ceremony"), response.path("options"));
        }
    }

    private PasskeyRequests() {}

    public static Started startRegistration(Tokens session) {
        return Started.of(tryStartRegistration(session));
    }

    public static Response tryStartRegistration(Tokens session) {
        return tryStartRegistration(session, Map.of("password", Signet.PASSWORD));
    }

    public static Response tryStartRegistration(Tokens session, Map<String, String> credentials) {
        return json(session).body(credentials).post(PATH + "/options");
    }

    /** Starts a registration with the password and a recovery code. */
    public static Started startRegistration(SecondFactor factor) {
        return Started.of(tryStartRegistration(
                factor.session(),
                SecondFactor.credentials("recovery_code", factor.recoveryCodes().get(0))));
    }

    /** Registers a new passkey on a device and returns its id. */
    public static String register(Tokens session, PasskeyDevice device) {
        return finish(session, device, startRegistration(session));
    }

    /** Registers a new passkey of a user with an authenticator app, and returns its id. */
    public static String register(SecondFactor factor, PasskeyDevice device) {
        return finish(factor.session(), device, startRegistration(factor));
    }

    private static String finish(Tokens session, PasskeyDevice device, Started started) {
        return finishRegistration(session, started, device.create(started.options()), null)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Response finishRegistration(
            Tokens session, Started started, Map<String, Object> credential, String name) {
        Map<String, Object> body = new HashMap<>(Map.of("ceremony", started.ceremony(), "credential", credential));
        if (name != null) {
            body.put("name", name);
        }
        return json(session).body(body).post(PATH);
    }

    public static Response list(Tokens session) {
        return Signet.bearer(session.access()).get(PATH);
    }

    public static Response remove(Tokens session, String id) {
        return Signet.bearer(session.access()).delete(PATH + "/" + id);
    }

    public static Response rename(Tokens session, String id, String name) {
        return json(session).body(Map.of("name", name)).patch(PATH + "/" + id);
    }

    public static Started startLogin(Map<String, ?> body) {
        return Started.of(tryStartLogin(body));
    }

    public static Response tryStartLogin(Map<String, ?> body) {
        return given().contentType(ContentType.JSON).body(body).post(LOGIN + "/options");
    }

    /** Signs in with the passkey of a device. */
    public static Response login(PasskeyDevice device) {
        Started started = startLogin(Map.of());
        return finishLogin(started, device.get(started.options()), Map.of());
    }

    public static Response finishLogin(Started started, Map<String, Object> credential, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of("ceremony", started.ceremony(), "credential", credential));
        body.putAll(more);
        return given().contentType(ContentType.JSON).body(body).post(LOGIN);
    }

    private static RequestSpecification json(Tokens session) {
        return Signet.bearer(session.access()).contentType(ContentType.JSON);
    }
}
