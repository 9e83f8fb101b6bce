package dev.signet.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.List;
import java.util.Set;

/**
 * Cross-origin calls: the published documents are open to every origin, the API to the configured origins alone. An origin
 * is compared, never reflected.
 */
@ApplicationScoped
final class Cors {

    private static final int BEFORE_RESOURCES = -1_000;
    private static final int MAX_AGE_SECONDS = 600;

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
            for (String path : List.of("/auth/*", "/oauth2/*", "/admin/*")) {
                router.route(path).order(BEFORE_RESOURCES).handler(handler);
            }
        }
    }
}
