package dev.signet.web.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpDecoderConfig;

/**
 * Replaces the HTTP/1 decoder of a connection and adds {@link MissingDateHandler}, before the decoder receives the
 * first byte. Vert.x adds its handlers at once, or only after the TLS handshake. Until then this handler moves to the
 * end of the existing handlers, so that it always precedes the decoder.
 */
final class PipelineSetup extends ChannelInboundHandlerAdapter {

    private static final String DECODER = "httpDecoder";
    private static final String ENCODER = "httpEncoder";

    private final HttpDecoderConfig limits;
    private final MissingDateHandler date;

    PipelineSetup(HttpDecoderConfig limits, MissingDateHandler date) {
        this.limits = limits;
        this.date = date;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ChannelPipeline pipeline = context.pipeline();
        pipeline.remove(this);
        if (pipeline.get(DECODER) == null) {
            pipeline.addLast(new PipelineSetup(limits, date));
        } else {
            pipeline.replace(DECODER, DECODER, new UnfoldedRequestDecoder(limits));
            pipeline.addAfter(ENCODER, "date", date);
        }
        context.fireChannelRead(message);
    }
}
