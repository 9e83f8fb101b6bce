package dev.signet.web.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** Security headers of every response; pages replace the content policy with their own. */
final class SecurityHeaders {

    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("X-Content-Type-Options");
    static final CharSequence POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence REFERRER = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence FRAME = HttpHeaders.createOptimized("X-Frame-Options");
    private static final CharSequence NOSNIFF_VALUE = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence POLICY_VALUE =
            HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");
    private static final CharSequence REFERRER_VALUE = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence FRAME_VALUE = HttpHeaders.createOptimized("DENY");

    private SecurityHeaders() {}

    static void put(HttpServerResponse response) {
        response.headers()
                .set(NOSNIFF, NOSNIFF_VALUE)
                .set(POLICY, POLICY_VALUE)
                .set(REFERRER, REFERRER_VALUE)
                .set(FRAME, FRAME_VALUE);
    }
}
