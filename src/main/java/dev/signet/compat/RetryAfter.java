package dev.signet.compat;

import dev.signet.error.ServiceException;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

import java.time.Duration;

/** The header with the time after which a rejected client may retry, in whole seconds. */
final class RetryAfter {

    private RetryAfter() {}

    static void put(ServiceException rejection, RestResponse.ResponseBuilder<?> response) {
        Duration wait = rejection.retryAfter();
        if (wait != null) {
            response.header(
                    HttpHeaders.RETRY_AFTER, Math.max(1, wait.plusMillis(999).toSeconds()));
        }
    }
}
