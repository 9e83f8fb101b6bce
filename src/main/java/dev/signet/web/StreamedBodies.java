package dev.signet.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import java.util.Set;
import java.util.stream.Collectors;

/** The requests whose body stays unread until a resource asks for it, which it does after it looked who is calling. */
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

    /** Lets the exchange go on; a body may be longer than the layers between would let it be. */
    static void leaveUnread(RoutingContext exchange) {
        exchange.request().headers().remove(HttpHeaders.CONTENT_LENGTH);
        exchange.put(STREAMED, true);
        exchange.next();
    }

    /** To be called when those layers have had their say. */
    static void liftLimit(RoutingContext exchange) {
        if (exchange.get(STREAMED) != null) {
            exchange.remove(LIMIT);
        }
    }
}
