package dev.signet.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

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

/** The server of a client, which Signet calls: the one address of this machine that tests allow it to reach. */
public final class ClientServer implements AutoCloseable {

    private static final String PORT = "signet.test.client-server-port";

    /** A request as it came. */
    public record Received(String method, String path, String contentType, String authorization, String body) {}

    private record Answer(int status, String body, String location) {}

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, Duration> delays = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();

    private ClientServer(HttpServer server) {
        this.server = server;
    }

    /** Chosen once for all tests of this process, because the service is told of it when it starts. */
    static synchronized int port() {
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

    /** From now on what is asked for at the path is answered so; anything else by 404. */
    public ClientServer answering(String path, int status, String body) {
        answers.put(path, new Answer(status, body, null));
        return this;
    }

    /** From now on whoever asks at the path is sent to another. */
    public ClientServer redirecting(String path, String to) {
        answers.put(path, new Answer(307, "", url(to)));
        return this;
    }

    /** The same, so much later. */
    public ClientServer answeringLate(String path, int status, Duration delay) {
        delays.put(path, delay);
        return answering(path, status, "");
    }

    /** The next request, in order of arrival; a machine that has much to do may be long about it. */
    public Received next() throws InterruptedException {
        Received next = received.poll(60, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nobody called within a minute");
        }
        return next;
    }

    /** Waits for the next request at that path; requests at other paths are dropped. */
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

    /** A request that came already, or null. */
    public Received poll() {
        return received.poll();
    }

    /** Whether no request comes for a while. */
    public boolean isLeftAloneFor(long seconds) throws InterruptedException {
        return received.poll(seconds, TimeUnit.SECONDS) == null;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            // Before the test hears of the request, and says how the next one is to be answered.
            Answer answer = answers.getOrDefault(path, new Answer(404, "", null));
            received.add(new Received(
                    exchange.getRequestMethod(),
                    path,
                    String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            // This delay is the subject of tests: a client that responds slowly.
            Thread.sleep(delays.getOrDefault(path, Duration.ZERO).toMillis());
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (answer.location() != null) {
                exchange.getResponseHeaders().set("Location", answer.location());
            }
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
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
