package dev.signet.web.http;

import dev.signet.error.ErrorCode;
import dev.signet.error.ErrorPages;
import dev.signet.error.ServiceException;
import dev.signet.web.vertx.CurrentExchange;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** Errors of requests that reach no resource: a page for browsers, a problem document for every other client. */
@Singleton
final class BrowserErrors {

    private final Instance<ErrorPages> pages;
    private final CurrentExchange current;

    BrowserErrors(Instance<ErrorPages> pages, CurrentExchange current) {
        this.pages = pages;
        this.current = current;
    }

    void send(RoutingContext exchange, ErrorCode code) {
        if (exchange.response().ended()) {
            return;
        }
        if (isBrowser(exchange.request()) && pages.isResolvable()) {
            page(exchange, code);
        } else {
            ProblemResponse.send(exchange.response(), code);
        }
    }

    private static boolean isBrowser(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null
                && accept.contains("text/html")
                && (HttpMethod.GET.equals(request.method()) || HttpMethod.HEAD.equals(request.method()));
    }

    private void page(RoutingContext exchange, ErrorCode code) {
        ManagedContext context = Arc.container().requestContext();
        boolean own = !context.isActive();
        if (own) {
            context.activate();
        }
        try {
            current.set(exchange);
            Response page = pages.get().page(new ServiceException(code, "rejected by the HTTP layer"));
            HttpServerResponse response = exchange.response().setStatusCode(page.getStatus());
            page.getStringHeaders().forEach((name, values) -> response.putHeader(name, values));
            if (page.getMediaType() != null) {
                response.putHeader("Content-Type", page.getMediaType().toString());
            }
            response.end(String.valueOf(page.getEntity()));
        } finally {
            if (own) {
                context.terminate();
            }
        }
    }
}
