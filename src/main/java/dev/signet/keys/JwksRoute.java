package dev.signet.keys;

import dev.signet.error.ErrorCode;
import dev.signet.error.Problem;
import dev.signet.error.ServiceException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.Map;

/**
 * {@code /.well-known/jwks.json}, open to everyone. A route and not a resource, because every verifier in the world asks
 * for this one document and it is already in memory as bytes.
 */
@ApplicationScoped
class JwksRoute {

    static final String PATH = "/.well-known/jwks.json";

    // After CORS, before the resources.
    private static final int ORDER = -500;
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence ALLOW = HttpHeaders.createOptimized("Allow");
    private static final CharSequence METHODS = HttpHeaders.createOptimized("GET, HEAD");

    private final KeyRing ring;

    JwksRoute(KeyRing ring) {
        this.ring = ring;
    }

    void install(@Observes Router router) {
        router.route(PATH).order(ORDER).handler(this::answer);
    }

    private void answer(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        HttpServerResponse response = exchange.response();
        boolean head = request.method().equals(HttpMethod.HEAD);
        if (!head && !request.method().equals(HttpMethod.GET)) {
            response.putHeader(ALLOW, METHODS);
            refuse(response, ErrorCode.METHOD_NOT_ALLOWED);
            return;
        }
        JwksDocument jwks;
        try {
            jwks = ring.jwks();
        } catch (ServiceException notLoaded) {
            refuse(response, notLoaded.code());
            return;
        }
        MultiMap headers = response.headers();
        headers.set(HttpHeaders.ETAG, jwks.etag()).set(HttpHeaders.CACHE_CONTROL, jwks.cacheControl());
        if (EntityTags.match(request.getHeader(HttpHeaders.IF_NONE_MATCH), jwks.etag())) {
            response.setStatusCode(304).end();
            return;
        }
        headers.set(HttpHeaders.CONTENT_TYPE, JSON);
        if (head) {
            headers.set(
                    HttpHeaders.CONTENT_LENGTH, Integer.toString(jwks.buffer().length()));
            response.end();
        } else {
            response.end(jwks.buffer());
        }
    }

    // Not by failing the exchange: that would be answered without a body.
    private static void refuse(HttpServerResponse response, ErrorCode code) {
        response.setStatusCode(code.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(new JsonObject(Problem.members(code, Map.of())).toBuffer());
    }
}
