package dev.signet.web.http;

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
 * Cross-origin requests: the published documents are open to every origin, the API only to the configured origins. An
 * origin is compared, never reflected. A request from another origin is processed as if it had no origin, because
 * browsers also send an origin with the forms of Signet's own pages. The browser then prevents the other origin from
 * reading the response.
 */
@ApplicationScoped
final class Cors {

    private static final int BEFORE_RESOURCES = -1_000;
    private static final int MAX_AGE_SECONDS = 600;

    // The endpoints that programs call. Pages to which browsers are redirected are not readable by other origins (RFC
    // 9700 §2.6).
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
                router.route(path).order(BEFORE_RESOURCES).handler(exchange -> handle(exchange, handler));
            }
        }
    }

    private void handle(RoutingContext exchange, CorsHandler handler) {
        String origin = exchange.request().getHeader(HttpHeaders.ORIGIN);
        if (origin == null || origins.contains(origin)) {
            handler.handle(exchange);
        } else {
            exchange.response().putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
            exchange.next();
        }
    }
}
