package dev.signet.web.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Limits the labels of HTTP metrics to path templates of resources and to known methods. Paths and methods that a
 * client chooses share one label, so that no request without a token adds a time series.
 */
@Singleton
final class MetricLabels implements MeterFilter {

    /** The key by which Quarkus stores the path template of the resource that handles a request. */
    static final String TEMPLATE = "UrlPathTemplate";

    private static final String PREFIX = "http.server.";
    private static final String URI = "uri";
    private static final String METHOD = "method";
    private static final String OTHER = "OTHER";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> FIXED =
            Set.of("NOT_FOUND", "REDIRECTION", "UNKNOWN", "root", "/", "/cors-preflight");

    // Static, because the registry keeps the filter of an earlier start in the same JVM, as in dev mode.
    private static final Set<String> TEMPLATES = ConcurrentHashMap.newKeySet();

    /** Stores the template of the current request before its meter is chosen. */
    void registerTemplate(RoutingContext exchange) {
        String template = template(exchange);
        if (template != null) {
            TEMPLATES.add(template);
        }
    }

    /** Returns the path template of the resource or route that responds to a request; null if there is none. */
    static @Nullable String template(RoutingContext exchange) {
        Route route = exchange.currentRoute();
        String template = template();
        if (template == null && route != null && route.isExactPath() && route.getPath() != null) {
            // Some documents are routes and not resources, such as the JWK Set.
            template = route.getPath();
        } else if (template == null) {
            PathTemplates.store(exchange);
            template = template();
        }
        return template == null ? null : normalized(template);
    }

    private static @Nullable String template() {
        Context context = Vertx.currentContext();
        return context == null ? null : context.getLocal(TEMPLATE);
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().startsWith(PREFIX)) {
            return id;
        }
        String uri = id.getTag(URI);
        String method = id.getTag(METHOD);
        Meter.Id mapped = id;
        if (uri != null && !FIXED.contains(uri) && !TEMPLATES.contains(uri)) {
            mapped = mapped.replaceTags(replaced(mapped, URI, "UNKNOWN"));
        }
        if (method != null && !METHODS.contains(method)) {
            mapped = mapped.replaceTags(replaced(mapped, METHOD, OTHER));
        }
        return mapped;
    }

    /** Returns a method as it may be logged and counted. */
    static String method(@Nullable String method) {
        return method != null && METHODS.contains(method) ? method : OTHER;
    }

    private static Tags replaced(Meter.Id id, String key, String value) {
        return Tags.of(id.getTags()).and(Tag.of(key, value));
    }

    // Quarkus writes the label with one slash at the beginning and none at the end.
    private static String normalized(String template) {
        String path = template.startsWith("/") ? template : "/" + template;
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
