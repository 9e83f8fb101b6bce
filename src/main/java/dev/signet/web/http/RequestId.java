package dev.signet.web.http;

import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.MDC;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** A new id for each request, returned as {@code X-Request-Id}. An id from the client is never logged. */
public final class RequestId {

    /** The name of the request id in the logging context (MDC), which every line of the log contains. */
    static final String LOGGED = "requestId";

    /** The key under which the exchange holds the id. */
    public static final String KEY = "signet.request-id";

    private RequestId() {}

    static void assign(RoutingContext exchange) {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        exchange.put(KEY, id);
        MDC.put(LOGGED, id);
        exchange.response().putHeader("X-Request-Id", id);
    }
}
