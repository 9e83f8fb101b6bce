package dev.signet.support;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** OAuth client created for one test, over HTTP only. */
public record TestClient(String id, String secret) {

    private static volatile String token;

    /** Registers a client with these metadata members. */
    public static TestClient register(Map<String, ?> metadata) {
        Response created = tryRegister(metadata);
        created.then().statusCode(201);
        return of(created);
    }

    /** Registers a client with an initial access token, without an administrator (RFC 7591). */
    public static Response selfRegister(Map<String, ?> metadata) {
        String initial = admin().post("/admin/registration-tokens").path("registration_token");
        Response registered = Signet.bearer(initial)
                .contentType(ContentType.JSON)
                .body(metadata)
                .post("/oauth2/register");
        registered.then().statusCode(201);
        return registered;
    }

    /** Returns the client of a registration. */
    public static TestClient of(Response registered) {
        return new TestClient(registered.path("client_id"), registered.path("client_secret"));
    }

    public static Response tryRegister(Object metadata) {
        return admin().body(metadata).post("/admin/clients");
    }

    /**
     * Returns a request of the administrator, who logs in again only if the last token is of another installation or
     * too old.
     */
    public static RequestSpecification admin() {
        if (token == null || Signet.me(token).statusCode() != 200) {
            token = Signet.admin().access();
        }
        return Signet.bearer(token).contentType(ContentType.JSON);
    }

    /** Returns the {@code Authorization} header with its secret. */
    public String basic() {
        return basic(id, secret);
    }

    public static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }
}
