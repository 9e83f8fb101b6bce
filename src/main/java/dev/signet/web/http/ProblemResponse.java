package dev.signet.web.http;

import dev.signet.error.ErrorCode;
import dev.signet.error.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

import java.util.Map;

/** Error responses of the HTTP layer, in the same form as errors of resources (RFC 9457). */
public final class ProblemResponse {

    private ProblemResponse() {}

    /** Ends the response with a problem document, unless it has ended. */
    public static void send(HttpServerResponse response, ErrorCode code) {
        send(response, code, Map.of());
    }

    /** Ends the response with a problem document unless it has ended; {@code detail} names the cause. */
    static void send(HttpServerResponse response, ErrorCode code, String detail) {
        send(response, code, Map.of("detail", detail));
    }

    private static void send(HttpServerResponse response, ErrorCode code, Map<String, Object> extensions) {
        if (response.ended()) {
            return;
        }
        response.setStatusCode(code.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(new JsonObject(Problem.members(code, extensions)).toBuffer());
    }
}
