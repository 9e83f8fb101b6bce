package dev.signet.keys.publication;

import dev.signet.error.ErrorCode;
import dev.signet.error.RejectionReason;
import dev.signet.error.ServiceException;
import dev.signet.keys.ring.JwksDocument;
import dev.signet.keys.ring.KeyRing;
import dev.signet.web.http.ProblemResponse;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Routes of {@code /.well-known/jwks.json} and {@code jwks.jwt}, which need no authentication. They are routes, not
 * resources, because every verifier requests these documents and the bytes are already in memory.
 */
@ApplicationScoped
class JwksRoute {

    static final String PATH = "/.well-known/jwks.json";
    static final String SIGNED_PATH = "/.well-known/jwks.jwt";

    // The route runs after CORS and before the resources.
    private static final int ORDER = -500;
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence ALLOW = HttpHeaders.createOptimized("Allow");
    private static final CharSequence METHODS = HttpHeaders.createOptimized("GET, HEAD");

    private final KeyRing ring;
    private final SignedJwks signed;
    private final JwksCounters plainRequests;
    private final JwksCounters signedRequests;

    JwksRoute(KeyRing ring, SignedJwks signed, MeterRegistry meters) {
        this.ring = ring;
        this.signed = signed;
        this.plainRequests = new JwksCounters(meters, "jwks.json");
        this.signedRequests = new JwksCounters(meters, "jwks.jwt");
    }

    void install(@Observes Router router) {
        router.route(PATH).order(ORDER).handler(exchange -> respondWhenKeysExist(exchange, this::plain, plainRequests));
        router.route(SIGNED_PATH)
                .order(ORDER)
                .handler(exchange -> respondWhenKeysExist(exchange, signed::document, signedRequests));
    }

    private JwksResponse plain() {
        JwksDocument jwks = ring.jwks();
        return new JwksResponse(JSON, jwks.buffer(), jwks.etag(), jwks.cacheControl());
    }

    // Waits for the first keys of a new installation: caches would keep a set that lacks a key that signs a moment
    // later.
    private void respondWhenKeysExist(RoutingContext exchange, Supplier<JwksResponse> document, JwksCounters counters) {
        CompletableFuture<Void> firstKeys = ring.firstKeys();
        if (firstKeys.isDone()) {
            respond(exchange, document, counters);
        } else {
            Future.fromCompletionStage(
                            firstKeys.copy().orTimeout(KeyRing.FIRST_KEYS.toSeconds(), TimeUnit.SECONDS),
                            exchange.vertx().getOrCreateContext())
                    .onSuccess(done -> respond(exchange, document, counters))
                    .onFailure(timeout -> ProblemResponse.send(exchange.response(), ErrorCode.TEMPORARILY_UNAVAILABLE));
        }
    }

    private static void respond(RoutingContext exchange, Supplier<JwksResponse> document, JwksCounters counters) {
        HttpServerRequest request = exchange.request();
        HttpServerResponse response = exchange.response();
        boolean head = request.method().equals(HttpMethod.HEAD);
        if (!head && !request.method().equals(HttpMethod.GET)) {
            response.putHeader(ALLOW, METHODS);
            // A failed exchange would produce a response without a body.
            ProblemResponse.send(response, ErrorCode.METHOD_NOT_ALLOWED);
            return;
        }
        JwksResponse jwks;
        try {
            jwks = document.get();
        } catch (ServiceException notLoaded) {
            RejectionReason.store(notLoaded);
            ProblemResponse.send(response, notLoaded.code());
            return;
        }
        MultiMap headers = response.headers();
        headers.set(HttpHeaders.ETAG, jwks.etag()).set(HttpHeaders.CACHE_CONTROL, jwks.cacheControl());
        if (EntityTags.matches(request.getHeader(HttpHeaders.IF_NONE_MATCH), jwks.etag())) {
            counters.countNotModified();
            response.setStatusCode(304).end();
            return;
        }
        counters.countComplete();
        headers.set(HttpHeaders.CONTENT_TYPE, jwks.contentType());
        if (head) {
            headers.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(jwks.body().length()));
            response.end();
        } else {
            response.end(jwks.body());
        }
    }
}
