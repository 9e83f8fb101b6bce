package dev.signet.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.List;
import java.util.Set;

/**
 * Cross-origin calls: the published documents are open to every origin, the API to the configured origins alone. An origin
 * is compared, never reflected; one that is not configured is answered as if it had said nothing, because browsers send one with
 * the forms of our own pages too, and then reads nothing.
 */
@ApplicationScoped
final class Cors {

    private static final int BEFORE_RESOURCES = -1_000;
    private static final int MAX_AGE_SECONDS = 600;

    // What programs call. Where browsers are sent to look at pages, no other origin reads (RFC 9700 §2.6).
    private static final List<String> API = List.of(
            "/auth/*",
            "/admin/*",
            "/oauth2/token",
            "/oauth2/par",
            "/oauth2/device_authorization",
            "/oauth2/revoke",
            "/oauth2/introspect",
            "/oauth2/userinfo",
            "/oauth2/register*");

    private final List<String> origins;

    Cors(WebConfig config) {
        this.origins = config.corsOrigins().orElse(List.of());
    }

    void install(@Observes Router router) {
        CorsHandler published = CorsHandler.create()
                .addOrigin("*")
                .allowedMethods(Set.of(HttpMethod.GET, HttpMethod.HEAD))
                .exposedHeader("ETag")
                .maxAgeSeconds(MAX_AGE_SECONDS);
        for (String path : List.of("/.well-known/*", "/status-lists", "/status-lists/*")) {
            router.route(path).order(BEFORE_RESOURCES).handler(published);
        }
        if (!origins.isEmpty()) {
            CorsHandler handler = CorsHandler.create()
                    .addOrigins(origins)
                    .allowedMethods(Set.of(
                            HttpMethod.GET, HttpMethod.POST, HttpMethod.PATCH, HttpMethod.PUT, HttpMethod.DELETE))
                    .allowedHeaders(Set.of("Authorization", "Content-Type", "DPoP"))
                    .exposedHeaders(Set.of("DPoP-Nonce", "Location", "Retry-After", "WWW-Authenticate", "X-Request-Id"))
                    .maxAgeSeconds(MAX_AGE_SECONDS);
            for (String path : API) {
                router.route(path).order(BEFORE_RESOURCES).handler(exchange -> answer(exchange, handler));
            }
        }
    }

    private void answer(RoutingContext exchange, CorsHandler handler) {
        String origin = exchange.request().getHeader(HttpHeaders.ORIGIN);
        if (origin == null || origins.contains(origin)) {
            handler.handle(exchange);
        } else {
            exchange.response().putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
            exchange.next();
        }
    }
}
