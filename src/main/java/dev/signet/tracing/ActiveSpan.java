package dev.signet.tracing;

import org.jspecify.annotations.Nullable;

/** A span that has started. Its owner ends it once. */
public interface ActiveSpan {

    /** The span of everything that is not traced. */
    ActiveSpan NONE = new UntracedSpan();

    /** Replaces the name, which must not contain a value of a request. */
    void rename(String name);

    void set(SpanAttribute attribute, String value);

    void set(SpanAttribute attribute, long value);

    /** Marks the span as failed. */
    void fail();

    /** Returns the trace id in hexadecimal form, or null if nothing is traced. */
    @Nullable
    String traceId();

    /** Returns the span id in hexadecimal form, or null if nothing is traced. */
    @Nullable
    String spanId();

    /** Returns the header {@code traceparent} (W3C Trace Context) of an outgoing call, or null if nothing is traced. */
    @Nullable
    String traceParent();

    void end();
}
