package dev.signet.support.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.signet.support.Polling;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Server of a client that Signet calls, at the only IP address that tests allow it to reach. */
public final class ClientServer implements AutoCloseable {

    private static final String PORT = "signet.test.client-server-port";

    /** Received request. */
    public record Received(
            String method, String path, String contentType, String authorization, String traceParent, String body) {}

    private record ServedResponse(int status, String body, String location) {}

    private final HttpServer server;
    private final Map<String, ServedResponse> responses = new ConcurrentHashMap<>();
    private final Map<String, Duration> delays = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();

    private ClientServer(HttpServer server) {
        this.server = server;
    }

    /** Chosen once for all tests of this process, because the service reads it at startup. */
    public static synchronized int port() {
        if (Integer.getInteger(PORT) == null) {
            System.setProperty(PORT, Integer.toString(ReservedPorts.choose()));
        }
        return Integer.getInteger(PORT);
    }

    public static ClientServer start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", port()), 50);
        ClientServer clientServer = new ClientServer(server);
        server.createContext("/", clientServer::handle);
        server.setExecutor(clientServer.workers);
        server.start();
        return clientServer;
    }

    public String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** Sets the response for a path; other paths return 404. */
    public ClientServer respondWith(String path, int status, String body) {
        responses.put(path, new ServedResponse(status, body, null));
        return this;
    }

    /** Sets a redirect for a path. */
    public ClientServer redirect(String path, String to) {
        responses.put(path, new ServedResponse(307, "", url(to)));
        return this;
    }

    /** Sets a delayed response for a path. */
    public ClientServer respondLate(String path, int status, Duration delay) {
        delays.put(path, delay);
        return respondWith(path, status, "");
    }

    /** Waits for the next request in order of arrival, which may take long on a busy machine. */
    public Received next() throws InterruptedException {
        Received next = received.poll(60, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no request arrived within a minute");
        }
        return next;
    }

    /** Waits for the next request at a path; drops requests at other paths. */
    public Received next(String path) {
        return Polling.await().alias("request at " + path).until(() -> pollAt(path), Objects::nonNull);
    }

    private Received pollAt(String path) {
        Received next = received.poll();
        while (next != null && !next.path().equals(path)) {
            next = received.poll();
        }
        return next;
    }

    /** Returns a request that has already arrived, or null. */
    public Received poll() {
        return received.poll();
    }

    /** Returns whether no request arrives for a while. */
    public boolean receivesNothingFor(long seconds) throws InterruptedException {
        return received.poll(seconds, TimeUnit.SECONDS) == null;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            // The response is selected before the test receives the request and sets the next response.
            ServedResponse response = responses.getOrDefault(path, new ServedResponse(404, "", null));
            received.add(new Received(
                    exchange.getRequestMethod(),
                    path,
                    String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("traceparent")),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            // This delay is the subject of tests: a client that responds slowly.
            Thread.sleep(delays.getOrDefault(path, Duration.ZERO).toMillis());
            byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (response.location() != null) {
                exchange.getResponseHeaders().set("Location", response.location());
            }
            exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
