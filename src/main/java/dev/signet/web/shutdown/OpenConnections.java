package dev.signet.web.shutdown;

import dev.signet.web.vertx.ConnectionChannel;
import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.Attribute;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.vertx.ext.web.RoutingContext;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connections over which requests have arrived, and the sockets that accepted them. A Vert.x 4 HTTP server closes
 * all of them together, with the requests in progress.
 */
final class OpenConnections {

    private static final AttributeKey<Boolean> BUSY = AttributeKey.valueOf(OpenConnections.class, "busy");

    private final Set<Channel> listening = ConcurrentHashMap.newKeySet();
    private final ChannelGroup open = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE);

    /** Marks a connection as busy until the exchange has ended. */
    void follow(RoutingContext exchange) {
        Channel channel = ConnectionChannel.of(exchange);
        Attribute<Boolean> busy = channel.attr(BUSY);
        if (busy.getAndSet(true) == null) {
            register(channel);
        }
        exchange.addEndHandler(ended -> busy.set(false));
    }

    private void register(Channel channel) {
        open.add(channel);
        if (channel.parent() != null) {
            listening.add(channel.parent());
        }
    }

    /**
     * Stops accepting connections and closes the idle ones; busy connections continue. Each socket is closed on the
     * event loop that accepts, which first accepts the waiting connections.
     */
    void closeUnused() {
        for (Channel socket : listening) {
            Future<Void> unused = socket.close();
        }
        for (Channel connection : open) {
            connection.eventLoop().execute(() -> closeUnlessBusy(connection));
        }
    }

    private static void closeUnlessBusy(Channel connection) {
        if (!connection.attr(BUSY).get()) {
            Future<Void> unused = connection.close();
        }
    }
}
