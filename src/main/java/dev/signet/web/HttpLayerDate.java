package dev.signet.web;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.inject.Singleton;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Adds {@code Date} to responses that the HTTP layer writes before a request reaches the router, such as 400, 414 and 431, on every
 * connection that is accepted after the first request. Vert.x 4 offers no other hook.
 */
@Singleton
final class HttpLayerDate {

    private static final String HTTP = "handler";
    private static final String NAME = "signet-date";

    private final HttpDate date;
    private final AtomicBoolean installed = new AtomicBoolean();

    HttpLayerDate(HttpDate date) {
        this.date = date;
    }

    /** Watches the socket that accepted this connection, once. */
    void install(HttpConnection accepted) {
        if (!installed.get() && accepted instanceof ConnectionBase connection) {
            Channel socket = connection.channel().parent();
            if (socket != null && installed.compareAndSet(false, true)) {
                socket.pipeline().addFirst(NAME, new Accepting());
            }
        }
    }

    @Sharable
    private final class Accepting extends ChannelInboundHandlerAdapter {

        private final Writing writing = new Writing();

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            context.fireChannelRead(message);
            if (message instanceof Channel connection && connection.isRegistered()) {
                add(connection);
            } else if (message instanceof Channel connection) {
                // The registration, which builds the pipeline, is still queued on the event loop.
                connection.eventLoop().execute(() -> add(connection));
            }
        }

        private void add(Channel connection) {
            ChannelPipeline pipeline = connection.pipeline();
            if (pipeline.get(HTTP) != null && pipeline.get(NAME) == null) {
                pipeline.addBefore(HTTP, NAME, writing);
            }
        }
    }

    @Sharable
    private final class Writing extends ChannelOutboundHandlerAdapter {

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
            if (message instanceof HttpResponse response && !response.headers().contains(HttpHeaderNames.DATE)) {
                response.headers().set(HttpHeaderNames.DATE, date.now());
            }
            super.write(context, message, promise);
        }
    }
}
