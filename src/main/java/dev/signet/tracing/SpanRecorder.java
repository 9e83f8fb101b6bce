package dev.signet.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** The spans of OpenTelemetry, and their export by a thread of their own. */
final class SpanRecorder implements AutoCloseable {

    private static final String SCOPE = "dev.signet";
    private static final int FLUSH_SECONDS = 5;

    private final SdkTracerProvider provider;
    private final Tracer tracer;
    private final IncomingTrace incoming;

    SpanRecorder(TracingSettings settings, String version, String instance, SpanExporter exporter) {
        this.incoming = settings.incoming();
        this.provider = SdkTracerProvider.builder()
                // The first span of a trace decides by the ratio, and the others follow it.
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(settings.sampleRatio())))
                .setResource(Resource.create(Attributes.builder()
                        .put("service.name", settings.serviceName())
                        .put("service.version", version)
                        .put("service.instance.id", instance)
                        .build()))
                .addSpanProcessor(BatchSpanProcessor.builder(new AllowedSpanExporter(exporter))
                        .build())
                .build();
        this.tracer = provider.get(SCOPE);
    }

    /**
     * Creates a recorder that exports to the collector of the settings.
     *
     * @param instance a value that only this process has
     */
    static SpanRecorder start(Vertx vertx, TracingSettings settings, String version, String instance) {
        return new SpanRecorder(settings, version, instance, new OtlpExporter(vertx, settings));
    }

    ActiveSpan startRequest(String name, @Nullable String traceParent) {
        SpanContext caller = caller(traceParent);
        SpanBuilder span = tracer.spanBuilder(name).setSpanKind(SpanKind.SERVER);
        if (caller.isValid() && incoming == IncomingTrace.CONTINUE) {
            span.setParent(Context.root().with(Span.wrap(caller)));
        } else {
            span.setNoParent();
            if (caller.isValid()) {
                span.addLink(caller);
            }
        }
        return start(span, null);
    }

    ActiveSpan start(String name, SpanKind kind) {
        RecordedSpan parent = CurrentSpan.find();
        SpanBuilder span = tracer.spanBuilder(name).setSpanKind(kind);
        if (parent == null) {
            span.setNoParent();
        } else {
            span.setParent(Context.root().with(Span.wrap(parent.context())));
        }
        return start(span, parent);
    }

    private static ActiveSpan start(SpanBuilder span, @Nullable RecordedSpan parent) {
        RecordedSpan started = new RecordedSpan(span.startSpan(), parent);
        CurrentSpan.set(started);
        return started;
    }

    // Reads traceparent only: tracestate and baggage of a caller are neither recorded nor passed on.
    private static SpanContext caller(@Nullable String traceParent) {
        return traceParent == null
                ? SpanContext.getInvalid()
                : Span.fromContext(W3CTraceContextPropagator.getInstance()
                                .extract(Context.root(), traceParent, TraceParentGetter.INSTANCE))
                        .getSpanContext();
    }

    /** Exports the ended spans, and waits for it for some seconds. */
    @Override
    public void close() {
        provider.shutdown().join(FLUSH_SECONDS, TimeUnit.SECONDS);
    }

    private enum TraceParentGetter implements TextMapGetter<String> {
        INSTANCE;

        private static final String NAME = "traceparent";

        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(NAME);
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return NAME.equals(key) ? carrier : null;
        }
    }
}
