package dev.signet.web.vertx;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * The exchange of the current request. Assumption: Quarkus keeps it in the request-scoped {@code CurrentVertxRequest}.
 */
@Singleton
public final class CurrentExchange {

    private final CurrentVertxRequest current;

    CurrentExchange(CurrentVertxRequest current) {
        this.current = current;
    }

    /** Returns the exchange; null outside a request, as in a scheduled job. */
    public @Nullable RoutingContext find() {
        try {
            return current.getCurrent();
        } catch (ContextNotActiveException e) {
            return null;
        }
    }

    /**
     * Returns the exchange.
     *
     * @throws NullPointerException outside a request
     */
    public RoutingContext required() {
        return Objects.requireNonNull(find(), "there is no current request");
    }

    /** Sets the exchange of the active request context, which Quarkus does only for requests that reach a resource. */
    public void set(RoutingContext exchange) {
        current.setCurrent(exchange);
    }
}
