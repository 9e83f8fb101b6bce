package dev.signet.web.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterHeaderTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static HttpServer server;

    @BeforeAll
    static void start() throws Exception {
        Router router = Router.router(VERTX);
        router.route().handler(exchange -> {
            exchange.addHeadersEndHandler(headers -> RetryAfterHeader.put(exchange.response()));
            exchange.next();
        });
        router.get("/:status")
                .handler(exchange -> exchange.response()
                        .setStatusCode(Integer.parseInt(exchange.pathParam("status")))
                        .end());
        server = VERTX.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @AfterAll
    static void stop() {
        VERTX.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void rejectionWithoutTimeToWaitHasTheDefault(int status) throws Exception {
        assertThat(retryAfter(status)).contains("2");
    }

    @Test
    void otherResponsesHaveNoHeader() throws Exception {
        for (int status : new int[] {200, 303, 400, 401, 500}) {
            assertThat(retryAfter(status)).as("status %d", status).isEmpty();
        }
    }

    private static Optional<String> retryAfter(int status) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.actualPort() + "/" + status))
                .build();
        HttpResponse<Void> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        assertThat(response.statusCode()).isEqualTo(status);
        return response.headers().firstValue("Retry-After");
    }
}
