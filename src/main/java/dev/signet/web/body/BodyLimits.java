package dev.signet.web.body;

import dev.signet.error.ErrorCode;
import dev.signet.web.http.ProblemResponse;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * Reads each request body completely before the request is processed, within limits of size and time. A body that is
 * too large receives a problem document, and a slow client occupies a connection but no thread.
 */
@ApplicationScoped
final class BodyLimits {

    private static final int AFTER_EXCHANGE = 9_000;
    private static final int MAX_DIGITS = 18;

    private final long maxBytes;
    private final Duration maxTime;
    private final StreamedBodies streamed;

    BodyLimits(
            StreamedBodies streamed,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBytes,
            @ConfigProperty(name = "quarkus.http.read-timeout") Duration maxTime) {
        this.streamed = streamed;
        this.maxBytes = maxBytes.asLongValue();
        this.maxTime = maxTime;
    }

    void register(@Observes Filters filters) {
        filters.register(this::read, AFTER_EXCHANGE);
    }

    private void read(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        if (streamed.contains(request)) {
            StreamedBodies.continueWithoutBody(exchange);
            return;
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && exceedsLimit(length)) {
            exchange.response().putHeader(HttpHeaders.CONNECTION, "close");
            ProblemResponse.send(exchange.response(), ErrorCode.CONTENT_TOO_LARGE);
        } else if (hasBody(request, length)) {
            new IncomingBody(exchange, maxBytes).read(maxTime);
        } else {
            exchange.next();
        }
    }

    private boolean exceedsLimit(String length) {
        return length.length() > MAX_DIGITS || Long.parseLong(length) > maxBytes;
    }

    // HTTP/1.1 announces a body by its length or as chunked; HTTP/2 may not announce it.
    private static boolean hasBody(HttpServerRequest request, @Nullable String length) {
        if (length != null) {
            return Long.parseLong(length) > 0;
        }
        return request.version() == HttpVersion.HTTP_2
                ? !request.isEnded()
                : request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }
}
