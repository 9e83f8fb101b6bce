package dev.signet.web.vertx;

import io.netty.channel.Channel;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** The assumptions of the adapters about Vert.x and Quarkus. */
@QuarkusTest
class VertxAssumptionsTest {

    @Inject
    Vertx vertx;

    @Inject
    CurrentExchange current;

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void channelIsTheConnectionOfTheRequest(HttpClient.Version version) throws Exception {
        Router router = Router.router(vertx);
        router.route().handler(exchange -> exchange.response().end(describeChannel(exchange)));

        assertThat(get(router, version)).isEqualTo(version + " true true");
    }

    private static String describeChannel(RoutingContext exchange) {
        Channel channel = ConnectionChannel.of(exchange);
        int port = ((InetSocketAddress) channel.remoteAddress()).getPort();
        return exchange.request().version() + " " + channel.isActive() + " "
                + (port == exchange.request().remoteAddress().port());
    }

    @Test
    void laterHandlersReadTheBodyThatWasSet() throws Exception {
        Router router = Router.router(vertx);
        router.route().handler(exchange -> {
            ExchangeBody.set(exchange, Buffer.buffer("a body"));
            exchange.next();
        });
        router.route()
                .handler(exchange -> exchange.response().end(exchange.body().asString()));

        assertThat(get(router, HttpClient.Version.HTTP_1_1)).isEqualTo("a body");
    }

    @Test
    void tasksOfOneContextRunOnOneEventLoop() throws Exception {
        Context context = EventLoops.newContext(vertx);

        assertThat(context.isEventLoopContext()).isTrue();
        assertThat(threadOf(context)).isSameAs(threadOf(context));
    }

    @Test
    void threadsWithoutARequestHaveNoExchange() throws Exception {
        assertThat(await(CompletableFuture.supplyAsync(() -> current.find() == null)))
                .isTrue();
    }

    private static Thread threadOf(Context context) throws Exception {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        context.runOnContext(ignored -> thread.complete(Thread.currentThread()));
        return await(thread);
    }

    private String get(Router router, HttpClient.Version version) throws Exception {
        HttpServer server = await(vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage());
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort()))
                    .version(version)
                    .GET()
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } finally {
            await(server.close().toCompletionStage());
        }
    }

    private static <T> T await(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
