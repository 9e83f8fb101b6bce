package dev.signet.web.http;

import dev.signet.error.ErrorCode;
import dev.signet.error.RejectionReason;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

import java.time.Duration;
import java.util.Set;

/**
 * The header {@code Retry-After} (RFC 9110 §10.2.3) of every response with status 429 or 503, whether it is JSON or a
 * page, and of errors of the HTTP layer. No other class sets it.
 */
final class RetryAfterHeader {

    /** The time to wait after a rejection that has none of its own. */
    static final Duration DEFAULT = Duration.ofSeconds(2);

    private static final Set<Integer> STATUSES =
            Set.of(ErrorCode.TOO_MANY_ATTEMPTS.status(), ErrorCode.TEMPORARILY_UNAVAILABLE.status());

    private RetryAfterHeader() {}

    /** Adds the header to a response whose other headers are complete. */
    static void put(HttpServerResponse response) {
        if (STATUSES.contains(response.getStatusCode())) {
            Duration wait = RejectionReason.retryAfter();
            response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(wholeSeconds(wait == null ? DEFAULT : wait)));
        }
    }

    // Rounded up, so that a client that waits so long is not early.
    private static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
