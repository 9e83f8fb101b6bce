package dev.signet.support.oauth;

import dev.signet.support.accounts.Signet;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** OAuth client created for one test, over HTTP only. */
public record TestClient(String id, String secret) {

    /** Registers a client with these metadata members. */
    public static TestClient register(Map<String, ?> metadata) {
        Response created = tryRegister(metadata);
        created.then().statusCode(201);
        return of(created);
    }

    /** Registers a client with an initial access token, without an administrator (RFC 7591). */
    public static Response selfRegister(Map<String, ?> metadata) {
        String initial =
                Signet.adminRequest().post("/admin/registration-tokens").path("registration_token");
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
        return Signet.adminRequest().body(metadata).post("/admin/clients");
    }

    /** Returns the {@code Authorization} header with its secret. */
    public String basic() {
        return basic(id, secret);
    }

    public static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }
}
