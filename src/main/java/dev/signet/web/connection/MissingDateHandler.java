package dev.signet.web.connection;

import dev.signet.web.http.HttpDate;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;

/**
 * Adds {@code Date} (RFC 9110 §6.6.1) to responses without it: those that the HTTP layer writes before a request
 * reaches the router, such as 400, 414 and 431.
 */
@Sharable
final class MissingDateHandler extends ChannelOutboundHandlerAdapter {

    private final HttpDate date;

    MissingDateHandler(HttpDate date) {
        this.date = date;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof HttpResponse response && !response.headers().contains(HttpHeaderNames.DATE)) {
            response.headers().set(HttpHeaderNames.DATE, date.now());
        }
        super.write(context, message, promise);
    }
}
