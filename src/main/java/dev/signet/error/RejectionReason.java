package dev.signet.error;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * The private reason why the current request is rejected, and the time after which the client may retry; kept with the
 * request until its response is sent and logged.
 */
public final class RejectionReason {

    private static final String KEY = "signet.rejection-reason";
    private static final String SEPARATOR = ": ";
    private static final String RETRY_AFTER = "signet.rejection-retry-after";

    private RejectionReason() {}

    /** Returns the reason, or null if the current request is not rejected. */
    public static @Nullable String current() {
        Context context = requestContext();
        return context == null ? null : context.getLocal(KEY);
    }

    /** Returns the code of the rejection, or null if the current request is not rejected. */
    public static @Nullable String currentCode() {
        String text = current();
        return text == null ? null : text.split(SEPARATOR, 2)[0];
    }

    /** Returns the time after which the client may retry the rejected request, or null if the rejection has none. */
    public static @Nullable Duration retryAfter() {
        Context context = requestContext();
        return context == null ? null : context.getLocal(RETRY_AFTER);
    }

    /** Stores the reason and the time to wait of a rejection whose response is a page or an error document. */
    public static void store(ServiceException rejection) {
        store(rejection.code(), rejection.getMessage(), rejection.retryAfter());
    }

    /**
     * Stores the code and the reason of a rejection whose response is a page or a redirect to the client. It has no
     * time to wait.
     */
    public static void store(ErrorCode code, @Nullable String privateReason) {
        store(code, privateReason, null);
    }

    // Replaces an earlier rejection of the same request, its time to wait included.
    private static void store(ErrorCode code, @Nullable String privateReason, @Nullable Duration wait) {
        Context context = requestContext();
        if (context == null) {
            return;
        }
        context.putLocal(KEY, text(code, privateReason));
        if (wait == null) {
            context.removeLocal(RETRY_AFTER);
        } else {
            context.putLocal(RETRY_AFTER, wait);
        }
    }

    /** Returns the code with the reason, or only the code if there is no reason. */
    static String text(ErrorCode code, @Nullable String privateReason) {
        return privateReason == null ? code.wire() : code.wire() + SEPARATOR + privateReason;
    }

    // Each request has its own duplicated context; any other context would be shared.
    private static @Nullable Context requestContext() {
        Context context = Vertx.currentContext();
        return context != null && VertxContext.isDuplicatedContext(context) ? context : null;
    }
}
