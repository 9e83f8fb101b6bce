package dev.signet.web.body;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import java.util.Set;
import java.util.stream.Collectors;

/** The requests whose body is not read before the resource, which authenticates the caller first. */
@Singleton
final class StreamedBodies {

    private static final String LIMIT = "io.quarkus.max-request-size";
    private static final String STREAMED = "signet.streamed-body";

    private final Set<String> paths;

    StreamedBodies(Instance<StreamedBody> resources) {
        this.paths = resources.stream().map(StreamedBody::path).collect(Collectors.toUnmodifiableSet());
    }

    boolean contains(HttpServerRequest request) {
        return HttpMethod.POST.equals(request.method()) && paths.contains(request.path());
    }

    /** Continues the exchange without the length, so that layers before the resource do not reject a long body. */
    static void continueWithoutBody(RoutingContext exchange) {
        exchange.request().headers().remove(HttpHeaders.CONTENT_LENGTH);
        exchange.put(STREAMED, true);
        exchange.next();
    }

    /** Removes the size limit. Call it after those layers. */
    static void removeLimit(RoutingContext exchange) {
        if (exchange.get(STREAMED) != null) {
            exchange.remove(LIMIT);
        }
    }
}
