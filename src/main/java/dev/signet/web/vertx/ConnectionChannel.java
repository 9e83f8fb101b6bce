package dev.signet.web.vertx;

import io.netty.channel.Channel;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/** The Netty channels of HTTP connections. Assumption: each connection of Vert.x 4 is a {@code ConnectionBase}. */
public final class ConnectionChannel {

    private ConnectionChannel() {}

    /** Returns the channel of the connection on which a request arrived. */
    public static Channel of(RoutingContext exchange) {
        return ((ConnectionBase) exchange.request().connection()).channel();
    }
}
