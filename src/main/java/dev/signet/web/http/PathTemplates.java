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
 * The path templates of metrics. Only the template that is missing at the end of an exchange is looked up; a filter
 * therefore replaces that of Quarkus, which prepares each exchange for a failed authentication and builds a table of all
 * resources (ADR 0045).
 */
@ApplicationScoped
final class PathTemplates {

    // Filters of one priority run in the order of their registration: after authentication, and before that of Quarkus.
    private static final int AFTER_AUTHENTICATION = SecurityHandlerPriorities.AUTHENTICATION;

    private static final String AUTHENTICATED = PathTemplates.class.getName();

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
    static void store(RoutingContext exchange) {
        if (exchange.get(AUTHENTICATED) != null) {
            ObservabilityIntegrationRecorder.setTemplatePath(exchange, ResteasyReactiveRecorder.getCurrentDeployment());
        }
    }
}
