package dev.signet.tracing;

import org.jspecify.annotations.Nullable;

/** A span that does nothing. */
final class UntracedSpan implements ActiveSpan {

    @Override
    public void rename(String name) {}

    @Override
    public void set(SpanAttribute attribute, String value) {}

    @Override
    public void set(SpanAttribute attribute, long value) {}

    @Override
    public void fail() {}

    @Override
    public @Nullable String traceId() {
        return null;
    }

    @Override
    public @Nullable String spanId() {
        return null;
    }

    @Override
    public @Nullable String traceParent() {
        return null;
    }

    @Override
    public void end() {}
}
