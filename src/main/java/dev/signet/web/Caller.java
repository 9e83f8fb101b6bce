package dev.signet.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import org.jspecify.annotations.Nullable;

/** Who sent the present request, as far as the network tells; empty where there is no request, as in a scheduled job. */
@ApplicationScoped
public class Caller {

    private static final int MAX_AGENT = 200;

    private final CurrentVertxRequest current;
    private final ClientAddress clientAddress;

    Caller(CurrentVertxRequest current, ClientAddress clientAddress) {
        this.current = current;
        this.clientAddress = clientAddress;
    }

    /** The client's IP address, or an empty string outside a request. */
    public String address() {
        RoutingContext exchange = exchange();
        return exchange == null ? "" : clientAddress.of(exchange.request());
    }

    /** The {@code User-Agent}, cut to 200 characters and freed of control characters. */
    public @Nullable String userAgent() {
        RoutingContext exchange = exchange();
        String agent = exchange == null ? null : exchange.request().getHeader("User-Agent");
        if (agent == null) {
            return null;
        }
        String cut = agent.length() > MAX_AGENT ? agent.substring(0, MAX_AGENT) : agent;
        return cut.replaceAll("\\p{Cntrl}", " ");
    }

    /** The {@code Accept-Language}, or null if there is none or it is too long to be meant. */
    public @Nullable String acceptLanguage() {
        RoutingContext exchange = exchange();
        String languages = exchange == null ? null : exchange.request().getHeader("Accept-Language");
        return languages == null || languages.length() > MAX_AGENT ? null : languages;
    }

    /** The id under which the log and the event record know this request, or an empty string outside one. */
    public String requestId() {
        RoutingContext exchange = exchange();
        String id = exchange == null ? null : exchange.get(RequestId.KEY);
        return id == null ? "" : id;
    }

    private @Nullable RoutingContext exchange() {
        try {
            return current.getCurrent();
        } catch (ContextNotActiveException e) {
            return null;
        }
    }
}
