package dev.signet.web.http;

import dev.signet.error.ErrorCode;
import dev.signet.web.vertx.ConnectionChannel;
import io.netty.util.AttributeKey;
import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Rejects a request whose end or host two parsers can interpret differently (RFC 9112 §3.2, §6.1, §6.3), and closes its
 * connection. The bytes that follow it may be its body, so none of them is processed as another request.
 */
@ApplicationScoped
final class RequestFraming {

    private static final int FIRST = 20_000;
    private static final int AFTER_EXCHANGE = 9_500;
    private static final int BEFORE_ROUTES = Integer.MIN_VALUE;
    private static final AttributeKey<Boolean> REJECTED = AttributeKey.valueOf(RequestFraming.class, "rejected");

    private static final String CHUNKED = "chunked";
    private static final Pattern LENGTH = Pattern.compile("[0-9]+");
    private static final Pattern HOST = Pattern.compile("[^\\s,]*");

    void filters(@Observes Filters filters) {
        filters.register(RequestFraming::closeAfterRejection, FIRST);
        filters.register(RequestFraming::validate, AFTER_EXCHANGE);
    }

    /** Registers the same handlers on the management interface, to whose router filters do not apply. */
    void management(@Observes ManagementInterface management) {
        management.router().route().order(BEFORE_ROUTES).handler(RequestFraming::closeAfterRejection);
        management.router().route().order(BEFORE_ROUTES).handler(RequestFraming::validate);
        handleFailures(management.router());
    }

    /** Handles requests without {@code Host}, which the router rejects before any filter runs. */
    void handleFailures(@Observes Router router) {
        router.route().order(BEFORE_ROUTES).failureHandler(exchange -> {
            if (exchange.statusCode() == ErrorCode.INVALID_REQUEST.status() && !hasOneHost(exchange.request())) {
                validate(exchange);
            } else {
                exchange.next();
            }
        });
    }

    private static void closeAfterRejection(RoutingContext exchange) {
        if (ConnectionChannel.of(exchange).hasAttr(REJECTED)) {
            exchange.request().connection().close();
        } else {
            exchange.next();
        }
    }

    private static void validate(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        String framingError = request.version() == HttpVersion.HTTP_2 ? null : framingError(request);
        if (framingError == null) {
            exchange.next();
        } else {
            reject(exchange, framingError);
        }
    }

    private static @Nullable String framingError(HttpServerRequest request) {
        if (!hasOneHost(request)) {
            return "The request must have exactly one Host header field.";
        }
        return hasUnambiguousLength(request)
                ? null
                : "The only supported Transfer-Encoding is chunked, without Content-Length.";
    }

    private static boolean hasOneHost(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
        if (hosts.isEmpty()) {
            return request.version() == HttpVersion.HTTP_1_0;
        }
        return hosts.size() == 1 && HOST.matcher(hosts.get(0)).matches();
    }

    private static boolean hasUnambiguousLength(HttpServerRequest request) {
        MultiMap headers = request.headers();
        List<String> codings = headers.getAll(HttpHeaders.TRANSFER_ENCODING);
        List<String> lengths = headers.getAll(HttpHeaders.CONTENT_LENGTH);
        if (codings.isEmpty()) {
            return lengths.isEmpty() || isNumber(lengths);
        }
        return lengths.isEmpty()
                && codings.size() == 1
                && CHUNKED.equalsIgnoreCase(codings.get(0))
                && request.version() == HttpVersion.HTTP_1_1;
    }

    private static boolean isNumber(List<String> lengths) {
        return lengths.size() == 1 && LENGTH.matcher(lengths.get(0)).matches();
    }

    private static void reject(RoutingContext exchange, String framingError) {
        ConnectionChannel.of(exchange).attr(REJECTED).set(true);
        HttpServerResponse response = exchange.response();
        response.putHeader(HttpHeaders.CONNECTION, "close");
        ProblemResponse.send(response, ErrorCode.INVALID_REQUEST, framingError);
        exchange.request().connection().close();
    }
}
