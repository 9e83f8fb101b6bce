package dev.signet.web.decoder;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpDecoderConfig;

/**
 * Replaces the HTTP/1 decoder of a connection before it receives the first byte. Vert.x adds its decoder at different times: at once, or
 * after the TLS handshake. Until then this handler moves behind the handlers that are there, so that it always precedes the decoder.
 */
final class DecoderReplacement extends ChannelInboundHandlerAdapter {

    private static final String DECODER = "httpDecoder";

    private final HttpDecoderConfig limits;

    DecoderReplacement(HttpDecoderConfig limits) {
        this.limits = limits;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ChannelPipeline pipeline = context.pipeline();
        pipeline.remove(this);
        if (pipeline.get(DECODER) == null) {
            pipeline.addLast(new DecoderReplacement(limits));
        } else {
            pipeline.replace(DECODER, DECODER, new UnfoldedRequestDecoder(limits));
        }
        context.fireChannelRead(message);
    }
}
