package dev.signet.web.shutdown;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.Optional;

/**
 * Graceful shutdown of a node within {@code quarkus.shutdown.delay}, so that clients and proxies switch to another node
 * without an error. Each response contains {@code Connection: close} (RFC 9112 §9.6). In the last second no connection
 * is accepted, idle connections are closed and no job starts, but requests in progress complete. A proxy whose
 * connection is refused tries another node, even for a POST. It could not repeat a POST that it has already sent to a
 * process that is shutting down. Without a delay the process ends at once.
 */
@ApplicationScoped
final class GracefulShutdown {

    private static final Logger LOG = Logger.getLogger(GracefulShutdown.class);
    private static final long LAST_MILLIS = 1_000;
    private static final int BEFORE_EXCHANGE = 11_000;

    private final Optional<Duration> delay;
    private final Vertx vertx;
    private final Scheduler jobs;
    private final OpenConnections connections = new OpenConnections();

    private volatile boolean shuttingDown;

    GracefulShutdown(
            @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay, Vertx vertx, Scheduler jobs) {
        this.delay = delay;
        this.vertx = vertx;
        this.jobs = jobs;
    }

    void register(@Observes Filters filters) {
        filters.register(this::process, BEFORE_EXCHANGE);
    }

    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        delay.filter(shutdownDelay -> shutdownDelay.toMillis() > 0).ifPresentOrElse(this::shutDown, jobs::pause);
    }

    void process(RoutingContext exchange) {
        connections.follow(exchange);
        if (shuttingDown) {
            exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        exchange.next();
    }

    private void shutDown(Duration shutdownDelay) {
        shuttingDown = true;
        LOG.infof("Shutting down: accepting new connections for %d ms", acceptingMillis(shutdownDelay));
        vertx.setTimer(acceptingMillis(shutdownDelay), timer -> close());
    }

    private void close() {
        jobs.pause();
        connections.closeUnused();
    }

    // A quarter of a delay below four seconds.
    private static long acceptingMillis(Duration shutdownDelay) {
        return Math.max(1, shutdownDelay.toMillis() - Math.min(LAST_MILLIS, shutdownDelay.toMillis() / 4));
    }
}
