package dev.signet.web.http;

import dev.signet.error.RejectionReason;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.TimeUnit;

/**
 * Logs one line for each rejected request: method, path template, status of the error and the private reason. It never
 * logs the path itself, which may contain the token of a link, and limits the lines per minute.
 */
@Singleton
final class RejectionLog {

    private static final Logger LOG = Logger.getLogger(RejectionLog.class);
    private static final int FIRST_REDIRECT = 300;
    private static final int FIRST_REJECTION = 400;
    private static final int MAX_LENGTH = 300;

    private final int perMinute;
    private long minute;
    private int logged;
    private int omitted;

    RejectionLog(WebConfig config) {
        this.perMinute = config.refusalsLoggedPerMinute();
    }

    /** Logs the request after its response has ended, if it was rejected. */
    void follow(RoutingContext exchange) {
        exchange.addEndHandler(ended -> {
            int status = exchange.response().getStatusCode();
            String reason = RejectionReason.current();
            if ((status >= FIRST_REJECTION || reason != null) && canLog()) {
                LOG.infof(
                        "%s %s rejected %s: %s",
                        MetricLabels.method(exchange.request().method().name()),
                        template(),
                        outcome(status),
                        reason == null ? "by the HTTP layer" : oneLine(reason));
            }
        });
    }

    // A page or a redirect that reports an error has the status of a success.
    private static String outcome(int status) {
        if (status >= FIRST_REJECTION) {
            return "with status " + status;
        }
        return status >= FIRST_REDIRECT ? "by a redirect" : "on a page";
    }

    private static String template() {
        Context context = Vertx.currentContext();
        String template = context == null ? null : context.getLocal(MetricLabels.TEMPLATE);
        return template == null ? "(unknown path)" : template;
    }

    private synchronized boolean canLog() {
        long now = TimeUnit.NANOSECONDS.toMinutes(System.nanoTime());
        if (now != minute) {
            if (omitted > 0) {
                LOG.infof(
                        "%d more requests were rejected and not logged (signet.web.refusals-logged-per-minute)",
                        omitted);
            }
            minute = now;
            logged = 0;
            omitted = 0;
        }
        if (logged < perMinute) {
            logged++;
            return true;
        }
        omitted++;
        return false;
    }

    /** Replaces line breaks and other control characters, which would forge a line of the log. */
    static String oneLine(@Nullable String reason) {
        String text = String.valueOf(reason).replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    }
}
