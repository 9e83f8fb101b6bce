package dev.signet.web.http;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.quarkus.resteasy.reactive.server.runtime.observability.ObservabilityIntegrationRecorder;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Prepares each exchange for a failed authentication as Quarkus does, but looks up the path template of metrics only
 * where it is missing at the end. With metrics, Quarkus builds a table of all resources for each request instead, which
 * was 44 % of the memory that a token request allocated.
 */
@ApplicationScoped
final class AuthenticationFailures {

    // Filters of one priority run in the order of their registration: after authentication, and before that of Quarkus.
    private static final int AFTER_AUTHENTICATION = SecurityHandlerPriorities.AUTHENTICATION;

    private static final String AUTHENTICATED = AuthenticationFailures.class.getName();

    void register(@Observes Filters filters) {
        Handler<RoutingContext> failures =
                new ResteasyReactiveRecorder().defaultAuthFailureHandler(new RuntimeValue<>(), false);
        filters.register(
                exchange -> {
                    exchange.put(AUTHENTICATED, true);
                    failures.handle(exchange);
                },
                AFTER_AUTHENTICATION);
    }

    /**
     * Stores the path template of the resource that the request names, unless an earlier filter rejected the request.
     */
    static void storeTemplate(RoutingContext exchange) {
        if (exchange.get(AUTHENTICATED) != null) {
            ObservabilityIntegrationRecorder.setTemplatePath(exchange, ResteasyReactiveRecorder.getCurrentDeployment());
        }
    }
}
