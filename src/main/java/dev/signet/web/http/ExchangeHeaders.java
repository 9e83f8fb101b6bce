package dev.signet.web.http;

import dev.signet.error.ErrorCode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Adds the request id, the date, the security headers and {@code Retry-After} to every exchange, and the common error
 * form to errors of the HTTP layer.
 */
@ApplicationScoped
final class ExchangeHeaders {

    private static final int[] LAYER_ERRORS = {400, 404, 405, 406, 413, 414, 415, 431, 500, 503};
    private static final int FIRST = 10_000;

    private final HttpDate date;
    private final BrowserErrors browserErrors;
    private final RejectionLog rejections;
    private final MetricLabels labels;
    private final RequestSpans spans;

    ExchangeHeaders(
            HttpDate date,
            BrowserErrors browserErrors,
            RejectionLog rejections,
            MetricLabels labels,
            RequestSpans spans) {
        this.date = date;
        this.browserErrors = browserErrors;
        this.rejections = rejections;
        this.labels = labels;
        this.spans = spans;
    }

    void register(@Observes Filters filters) {
        filters.register(
                exchange -> {
                    RequestId.assign(exchange);
                    spans.follow(exchange);
                    rejections.follow(exchange);
                    exchange.addHeadersEndHandler(headers -> {
                        labels.registerTemplate(exchange);
                        RetryAfterHeader.put(exchange.response());
                    });
                    SecurityHeaders.put(exchange.response());
                    exchange.response().headers().set(HttpHeaders.DATE, date.now());
                    exchange.next();
                },
                FIRST);
    }

    void errors(@Observes Router router) {
        for (int status : LAYER_ERRORS) {
            ErrorCode code = ErrorCode.ofStatus(status);
            router.errorHandler(status, exchange -> browserErrors.send(exchange, code));
        }
    }
}
