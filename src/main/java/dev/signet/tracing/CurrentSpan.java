package dev.signet.tracing;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/** The innermost span of the current request that has not ended. */
final class CurrentSpan {

    private static final String KEY = "signet.span";

    private CurrentSpan() {}

    static @Nullable RecordedSpan find() {
        Context context = requestContext();
        return context == null ? null : context.getLocal(KEY);
    }

    static void set(RecordedSpan span) {
        Context context = requestContext();
        if (context != null) {
            context.putLocal(KEY, span);
        }
    }

    /** Sets the parent of a span that has ended as the current span. */
    static void replace(RecordedSpan ended, @Nullable RecordedSpan parent) {
        Context context = requestContext();
        if (context == null || context.getLocal(KEY) != ended) {
            return;
        }
        if (parent == null) {
            context.removeLocal(KEY);
        } else {
            context.putLocal(KEY, parent);
        }
    }

    // Each request has its own duplicated context; any other context would be shared.
    private static @Nullable Context requestContext() {
        Context context = Vertx.currentContext();
        return context != null && VertxContext.isDuplicatedContext(context) ? context : null;
    }
}
