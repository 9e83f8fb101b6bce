package dev.signet.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

/** A span of OpenTelemetry, which is the parent of spans that begin before its end. */
final class RecordedSpan implements ActiveSpan {

    private static final String TRACE_PARENT_VERSION = "00";

    private final Span span;
    private final @Nullable RecordedSpan parent;

    RecordedSpan(Span span, @Nullable RecordedSpan parent) {
        this.span = span;
        this.parent = parent;
    }

    SpanContext context() {
        return span.getSpanContext();
    }

    @Override
    public void rename(String name) {
        span.updateName(name);
    }

    @Override
    public void set(SpanAttribute attribute, String value) {
        span.setAttribute(AttributeKey.stringKey(attribute.key()), value);
    }

    @Override
    public void set(SpanAttribute attribute, long value) {
        span.setAttribute(AttributeKey.longKey(attribute.key()), value);
    }

    @Override
    public void fail() {
        span.setStatus(StatusCode.ERROR);
    }

    @Override
    public String traceId() {
        return context().getTraceId();
    }

    @Override
    public String spanId() {
        return context().getSpanId();
    }

    @Override
    public String traceParent() {
        return String.join(
                "-",
                TRACE_PARENT_VERSION,
                traceId(),
                spanId(),
                context().getTraceFlags().asHex());
    }

    @Override
    public void end() {
        span.end();
        CurrentSpan.replace(this, parent);
    }
}
