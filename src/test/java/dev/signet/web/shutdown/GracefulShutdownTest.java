package dev.signet.web.shutdown;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.scheduler.Scheduler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import static dev.signet.support.Polling.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Graceful shutdown with a real server and plain sockets, because it concerns connections. */
class GracefulShutdownTest {

    private static final Duration DELAY = Duration.ofSeconds(2);
    private static final int LAST_CHANCE = 60_000;

    private final Vertx vertx = Vertx.vertx();
    private final CountDownLatch started = new CountDownLatch(1);
    private final Promise<Void> finish = Promise.promise();
    private final AtomicInteger pauses = new AtomicInteger();
    private final Scheduler scheduler = (Scheduler) Proxy.newProxyInstance(
            Scheduler.class.getClassLoader(), new Class<?>[] {Scheduler.class}, (proxy, method, arguments) -> {
                assertThat(method.getName()).isEqualTo("pause");
                pauses.incrementAndGet();
                return null;
            });
    private HttpServer server;

    @AfterEach
    void end() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void responsesCloseConnectionsDuringShutdown() throws IOException {
        GracefulShutdown shutdown = serve(Optional.of(Duration.ofMinutes(1)));
        try (Socket connection = connect()) {
            assertThat(sendRequest(connection)).startsWith("HTTP/1.1 200").doesNotContainIgnoringCase("connection:");

            shutdown.begin(new ShutdownDelayInitiatedEvent());

            assertThat(sendRequest(connection)).startsWith("HTTP/1.1 200").containsIgnoringCase("connection: close");
            assertThat(pauses)
                    .as("jobs continue, because revocations are read by a job")
                    .hasValue(0);
        }
        try (Socket another = connect()) {
            assertThat(sendRequest(another))
                    .as("a new connection within the delay")
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void shutdownRefusesConnectionsAndCompletesRequests() throws Exception {
        GracefulShutdown shutdown = serve(Optional.of(DELAY));
        try (Socket idle = connect();
                Socket busy = connect()) {
            assertThat(sendRequest(idle)).startsWith("HTTP/1.1 200");
            send(busy, "/slow");
            started.await();

            shutdown.begin(new ShutdownDelayInitiatedEvent());
            awaitRefusal();

            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
            assertThat(idle.getInputStream().read())
                    .as("the end of an unused connection")
                    .isNegative();
            assertThat(pauses).hasValue(1);
            vertx.runOnContext(now -> finish.complete());
            assertThat(readResponse(busy)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void shutdownWithoutDelayRefusesNothing() throws IOException {
        GracefulShutdown shutdown = serve(Optional.empty());
        try (Socket connection = connect()) {
            assertThat(sendRequest(connection)).startsWith("HTTP/1.1 200");

            shutdown.begin(new ShutdownDelayInitiatedEvent());

            assertThat(sendRequest(connection)).doesNotContainIgnoringCase("connection:");
            assertThat(pauses).hasValue(1);
        }
    }

    private GracefulShutdown serve(Optional<Duration> delay) {
        GracefulShutdown shutdown = new GracefulShutdown(delay, vertx, scheduler);
        Router router = Router.router(vertx);
        router.route().handler(shutdown::process);
        router.route("/slow").handler(exchange -> {
            started.countDown();
            finish.future().onComplete(asked -> exchange.response().end());
        });
        router.route().handler(exchange -> exchange.response().end());
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return shutdown;
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort());
        socket.setSoTimeout(LAST_CHANCE);
        return socket;
    }

    private void awaitRefusal() {
        await().untilAsserted(() -> assertThatThrownBy(() -> connect().close()).isInstanceOf(ConnectException.class));
    }

    private static String sendRequest(Socket connection) throws IOException {
        send(connection, "/");
        return readResponse(connection);
    }

    private static void send(Socket connection, String path) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        connection.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    // The responses have no body.
    private static String readResponse(Socket connection) throws IOException {
        InputStream in = connection.getInputStream();
        StringBuilder response = new StringBuilder();
        while (response.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed after: " + response);
            }
            response.append((char) next);
        }
        return response.toString();
    }
}
