package dev.signet.support.accounts;

import io.restassured.http.ContentType;
import io.restassured.response.Response;

import java.util.LinkedHashMap;
import java.util.Map;

import static io.restassured.RestAssured.given;

/** First-party login with username and password. Its methods add to the request and return it. */
public final class LoginRequest {

    private static final String PATH = "/auth/login";

    private final Map<String, Object> members = new LinkedHashMap<>();

    LoginRequest(String username, String password) {
        with("username", username).with("password", password);
    }

    public LoginRequest otp(String code) {
        return with("otp", code);
    }

    public LoginRequest with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    public Response send() {
        return given().contentType(ContentType.JSON).body(members).post(PATH);
    }

    public Response sendForm() {
        return given().contentType(ContentType.URLENC).formParams(members).post(PATH);
    }
}
