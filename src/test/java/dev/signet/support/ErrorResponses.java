package dev.signet.support;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

/** Assertions on error responses, which may not be cached. */
public final class ErrorResponses {

    private ErrorResponses() {}

    /** Asserts an error of an OAuth endpoint (RFC 6749 §5.2). */
    public static ValidatableResponse assertOAuthError(Response response, int status, String error) {
        return assertNotCached(response, status)
                .contentType(startsWith("application/json"))
                .body("error", equalTo(error));
    }

    /** Asserts an error of any other endpoint (RFC 9457). */
    public static ValidatableResponse assertProblem(Response response, int status, String code) {
        return assertNotCached(response, status)
                .contentType(startsWith("application/problem+json"))
                .body("status", equalTo(status))
                .body("code", equalTo(code));
    }

    private static ValidatableResponse assertNotCached(Response response, int status) {
        return response.then().statusCode(status).header("Cache-Control", equalTo("no-store"));
    }
}
