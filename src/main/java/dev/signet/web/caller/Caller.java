package dev.signet.web.caller;

import dev.signet.web.http.RequestId;
import dev.signet.web.vertx.CurrentExchange;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The sender of the current request, as seen by the network; empty outside a request, as in a scheduled job. */
@ApplicationScoped
public class Caller {

    private static final int MAX_AGENT = 200;

    private final CurrentExchange current;
    private final ClientIpAddress clientAddress;

    Caller(CurrentExchange current, ClientIpAddress clientAddress) {
        this.current = current;
        this.clientAddress = clientAddress;
    }

    /** Returns the client's IP address, or an empty string outside a request. */
    public String ipAddress() {
        RoutingContext exchange = current.find();
        return exchange == null ? "" : clientAddress.of(exchange.request());
    }

    /** Returns the IP address and the {@code User-Agent}, which is cut to 200 characters without control characters. */
    public ClientOrigin origin() {
        return new ClientOrigin(ipAddress(), userAgent());
    }

    private @Nullable String userAgent() {
        RoutingContext exchange = current.find();
        String agent = exchange == null ? null : exchange.request().getHeader("User-Agent");
        if (agent == null) {
            return null;
        }
        String cut = agent.length() > MAX_AGENT ? agent.substring(0, MAX_AGENT) : agent;
        return cut.replaceAll("\\p{Cntrl}", " ");
    }

    /** Returns the {@code Accept-Language}, or null if it is missing or too long. */
    public @Nullable String acceptLanguage() {
        RoutingContext exchange = current.find();
        String languages = exchange == null ? null : exchange.request().getHeader("Accept-Language");
        return languages == null || languages.length() > MAX_AGENT ? null : languages;
    }

    /** Returns the id of the request in the log and the event record, or an empty string outside a request. */
    public String requestId() {
        RoutingContext exchange = current.find();
        String id = exchange == null ? null : exchange.get(RequestId.KEY);
        return id == null ? "" : id;
    }
}
