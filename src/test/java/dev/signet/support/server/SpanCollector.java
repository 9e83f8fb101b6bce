package dev.signet.support.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.signet.support.Polling;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Collector that accepts spans (OTLP over HTTP) and keeps them as bytes and decoded. */
public final class SpanCollector implements AutoCloseable {

    /** The path below which it accepts spans. */
    public static final String BASE = "/otlp";

    private static final String PORT = "signet.test.span-collector-port";

    /** Received span with the resource that it belongs to. */
    public record ReceivedSpan(
            String traceId,
            String id,
            String parentId,
            String name,
            String kind,
            boolean failed,
            List<String> linkedTraces,
            Map<String, String> attributes,
            Map<String, String> resource) {

        public String attribute(String key) {
            return attributes.get(key);
        }
    }

    private final HttpServer server;
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private final List<String> headers = new CopyOnWriteArrayList<>();

    private SpanCollector(HttpServer server) {
        this.server = server;
    }

    /** Chosen once for all tests of this process, because the service reads it at startup. */
    public static synchronized int port() {
        if (Integer.getInteger(PORT) == null) {
            System.setProperty(PORT, Integer.toString(ReservedPorts.choose()));
        }
        return Integer.getInteger(PORT);
    }

    public static SpanCollector start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", port()), 50);
        SpanCollector collector = new SpanCollector(server);
        server.createContext(BASE + "/v1/traces", collector::handle);
        server.start();
        return collector;
    }

    /** Waits for a span, which is exported some seconds after its end. */
    public ReceivedSpan next(String description, Predicate<ReceivedSpan> condition) {
        return Polling.await()
                .alias(description)
                .until(() -> spans().stream().filter(condition).findFirst(), java.util.Optional::isPresent)
                .orElseThrow();
    }

    /** Waits for a span with this name. */
    public ReceivedSpan next(String name) {
        return next("span " + name, span -> span.name().equals(name));
    }

    /** Returns the spans received so far. */
    public List<ReceivedSpan> spans() {
        return bodies.stream().flatMap(body -> decode(body).stream()).toList();
    }

    /** Returns the requests received so far as text, in which each byte is one character. */
    public String text() {
        return bodies.stream()
                .map(body -> new String(body, StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining("\n"));
    }

    /** Returns the header fields of the requests received so far, each as {@code name: value}. */
    public List<String> headers() {
        return headers;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestHeaders()
                    .forEach((name, values) -> values.forEach(value -> headers.add(name + ": " + value)));
            bodies.add(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static List<ReceivedSpan> decode(byte[] body) {
        try {
            return ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().stream()
                    .flatMap(resource -> resource.getScopeSpansList().stream()
                            .flatMap(scope -> scope.getSpansList().stream())
                            .map(span -> received(resource, span)))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError("the body is not an OTLP request", e);
        }
    }

    private static ReceivedSpan received(ResourceSpans resource, Span span) {
        return new ReceivedSpan(
                hex(span.getTraceId().toByteArray()),
                hex(span.getSpanId().toByteArray()),
                hex(span.getParentSpanId().toByteArray()),
                span.getName(),
                span.getKind().name().replace("SPAN_KIND_", ""),
                span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR,
                span.getLinksList().stream()
                        .map(link -> hex(link.getTraceId().toByteArray()))
                        .toList(),
                attributes(span.getAttributesList()),
                attributes(resource.getResource().getAttributesList()));
    }

    private static Map<String, String> attributes(List<KeyValue> attributes) {
        return attributes.stream().collect(Collectors.toMap(KeyValue::getKey, pair -> text(pair.getValue())));
    }

    private static String text(AnyValue value) {
        return value.hasIntValue() ? Long.toString(value.getIntValue()) : value.getStringValue();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
