package dev.signet.compat;

import dev.signet.error.ServiceException;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

import java.time.Duration;

/** When a refused client may try again, in whole seconds. */
final class RetryAfter {

    private RetryAfter() {}

    static void put(ServiceException refusal, RestResponse.ResponseBuilder<?> answer) {
        Duration wait = refusal.retryAfter();
        if (wait != null) {
            answer.header(
                    HttpHeaders.RETRY_AFTER, Math.max(1, wait.plusMillis(999).toSeconds()));
        }
    }
}
