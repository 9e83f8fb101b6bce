package dev.signet.web;

import io.vertx.ext.web.RoutingContext;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** A fresh id for each request, answered as {@code X-Request-Id}; a client's own is never taken over into the log. */
final class RequestId {

    static final String KEY = "signet.request-id";

    private RequestId() {}

    static void assign(RoutingContext exchange) {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        exchange.put(KEY, id);
        exchange.response().putHeader("X-Request-Id", id);
    }
}
