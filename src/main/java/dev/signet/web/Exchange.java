package dev.signet.web;

import dev.signet.error.ErrorCode;
import dev.signet.error.Problem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.util.Map;

/** Gives every exchange its request id and security headers, and the errors of the HTTP layer itself the one error form. */
@ApplicationScoped
final class Exchange {

    private static final int[] LAYER_ERRORS = {400, 404, 405, 406, 413, 414, 415, 431, 500, 503};
    private static final int FIRST = 10_000;

    private final long maxBodySize;

    Exchange(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBodySize) {
        this.maxBodySize = maxBodySize.asLongValue();
    }

    void everyExchange(@Observes Filters filters) {
        filters.register(
                exchange -> {
                    RequestId.assign(exchange);
                    SecurityHeaders.put(exchange.response());
                    if (announcesTooMuch(exchange)) {
                        exchange.response().putHeader(HttpHeaders.CONNECTION, "close");
                        answer(exchange, ErrorCode.CONTENT_TOO_LARGE);
                    } else {
                        exchange.next();
                    }
                },
                FIRST);
    }

    // The layer below refuses such a body too, but without saying why.
    private boolean announcesTooMuch(RoutingContext exchange) {
        String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && (length.length() > 18 || Long.parseLong(length) > maxBodySize);
    }

    void errors(@Observes Router router) {
        for (int status : LAYER_ERRORS) {
            ErrorCode code = ErrorCode.ofStatus(status);
            router.errorHandler(status, exchange -> answer(exchange, code));
        }
    }

    private static void answer(RoutingContext exchange, ErrorCode code) {
        HttpServerResponse response = exchange.response();
        if (response.ended()) {
            return;
        }
        response.setStatusCode(code.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(new JsonObject(Problem.members(code, Map.of())).toBuffer());
    }
}
