package dev.signet.tracing;

import io.opentelemetry.exporter.internal.otlp.traces.TraceRequestMarshaler;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import org.jboss.logging.Logger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collection;

/**
 * Posts spans to a collector (OTLP over HTTP, binary). Spans that the collector does not accept are dropped, so that they
 * need no memory during its outage.
 */
final class OtlpExporter implements SpanExporter {

    private static final Logger LOG = Logger.getLogger(OtlpExporter.class);
    private static final String MEDIA_TYPE = "application/x-protobuf";
    private static final int TIMEOUT_MILLIS = 10_000;

    private final HttpClient client;
    private final RequestOptions target;
    private final String server;

    OtlpExporter(Vertx vertx, TracingSettings settings) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(1)
                .setConnectTimeout(TIMEOUT_MILLIS)
                .setVerifyHost(true));
        this.server = settings.host() + ":" + settings.port();
        this.target = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(settings.host())
                .setPort(settings.port())
                .setSsl(settings.tls())
                .setURI(settings.path())
                .setTimeout(TIMEOUT_MILLIS);
        settings.headers().forEach(target::putHeader);
        target.putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE).putHeader(HttpHeaders.USER_AGENT, "Signet");
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result = new CompletableResultCode();
        client.request(new RequestOptions(target))
                .compose(request -> post(request, encode(spans)))
                .onSuccess(status -> {
                    if (status / 100 == 2) {
                        result.succeed();
                    } else {
                        fail(result, spans, "it returned status " + status);
                    }
                })
                .onFailure(failure -> fail(result, spans, String.valueOf(failure.getMessage())));
        return result;
    }

    private static io.vertx.core.Future<Integer> post(HttpClientRequest request, Buffer body) {
        return request.send(body).compose(response -> response.end().map(end -> response.statusCode()));
    }

    private void fail(CompletableResultCode result, Collection<SpanData> spans, String reason) {
        LOG.warnf(
                "The collector %s (signet.tracing.endpoint) did not accept %d spans: %s", server, spans.size(), reason);
        result.fail();
    }

    private static Buffer encode(Collection<SpanData> spans) {
        TraceRequestMarshaler request = TraceRequestMarshaler.create(spans);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(request.getBinarySerializedSize());
        try {
            request.writeBinaryTo(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("a byte array accepts every byte", e);
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        client.close();
        return CompletableResultCode.ofSuccess();
    }
}
