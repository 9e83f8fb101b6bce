package dev.signet.web.departure;

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
 * What a node that was told to end does within {@code quarkus.shutdown.delay}, so that whoever sends to it changes over without an
 * error: each answer says {@code Connection: close} (RFC 9112 section 9.6), and for the last second no connection is accepted, none is
 * kept that nobody uses, and no job begins, while whatever was asked is answered. A proxy that is refused a connection asks another
 * node, also with a POST; it could not with one that it sent to a process which is being taken apart. Without a delay the process ends
 * at once.
 */
@ApplicationScoped
final class Departure {

    private static final Logger LOG = Logger.getLogger(Departure.class);
    private static final long LAST_MILLIS = 1_000;
    private static final int BEFORE_EXCHANGE = 11_000;

    private final Optional<Duration> delay;
    private final Vertx vertx;
    private final Scheduler jobs;
    private final Connections connections = new Connections();

    private volatile boolean leaving;

    Departure(@ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay, Vertx vertx, Scheduler jobs) {
        this.delay = delay;
        this.vertx = vertx;
        this.jobs = jobs;
    }

    void everyExchange(@Observes Filters filters) {
        filters.register(this::pass, BEFORE_EXCHANGE);
    }

    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        delay.filter(within -> within.toMillis() > 0).ifPresentOrElse(this::leave, jobs::pause);
    }

    void pass(RoutingContext exchange) {
        connections.follow(exchange);
        if (leaving) {
            exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        exchange.next();
    }

    private void leave(Duration within) {
        leaving = true;
        LOG.infof("Shutting down: accepting new connections for %d ms", closing(within));
        vertx.setTimer(closing(within), timer -> close());
    }

    private void close() {
        jobs.pause();
        connections.closeUnused();
    }

    // Of a delay below four seconds a quarter.
    private static long closing(Duration within) {
        return Math.max(1, within.toMillis() - Math.min(LAST_MILLIS, within.toMillis() / 4));
    }
}
