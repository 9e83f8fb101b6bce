package dev.signet.web.http;

import dev.signet.error.RejectionReason;
import dev.signet.tracing.ActiveSpan;
import dev.signet.tracing.SpanAttribute;
import dev.signet.tracing.Tracing;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** The span of each request: method, path template, status and error code, but nothing that the client chose. */
@Singleton
final class RequestSpans {

    private static final String TRACE_PARENT = "traceparent";
    private static final int FIRST_REJECTION = 400;
    private static final int FIRST_SERVER_ERROR = 500;

    private final Tracing tracing;

    RequestSpans(Tracing tracing) {
        this.tracing = tracing;
    }

    /** Starts the span, and ends it after the response. */
    void follow(RoutingContext exchange) {
        if (!tracing.isEnabled()) {
            return;
        }
        String method = MetricLabels.method(exchange.request().method().name());
        ActiveSpan span = tracing.startRequest(method, traceParent(exchange));
        span.set(SpanAttribute.METHOD, method);
        span.set(SpanAttribute.REQUEST_ID, exchange.<String>get(RequestId.KEY));
        MDC.put("traceId", span.traceId());
        MDC.put("spanId", span.spanId());
        exchange.addHeadersEndHandler(headers -> {
            // The current route is that of the handler that responds.
            String template = MetricLabels.template(exchange);
            if (template != null) {
                span.rename(method + " " + template);
                span.set(SpanAttribute.ROUTE, template);
            }
        });
        exchange.addEndHandler(ended -> {
            outcome(span, exchange.response().getStatusCode());
            span.end();
        });
    }

    private static void outcome(ActiveSpan span, int status) {
        span.set(SpanAttribute.STATUS, status);
        String code = RejectionReason.currentCode();
        if (code != null) {
            span.set(SpanAttribute.ERROR, code);
        } else if (status >= FIRST_REJECTION) {
            span.set(SpanAttribute.ERROR, Integer.toString(status));
        }
        if (status >= FIRST_SERVER_ERROR) {
            span.fail();
        }
    }

    // W3C Trace Context §3.2.2.5: several headers are invalid.
    private static @Nullable String traceParent(RoutingContext exchange) {
        List<String> values = exchange.request().headers().getAll(TRACE_PARENT);
        return values.size() == 1 ? values.get(0) : null;
    }
}
