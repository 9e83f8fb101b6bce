package dev.signet.web.decoder;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.spi.VertxServiceProvider;

import java.util.List;

/** Adds {@link DecoderReplacement} to each connection that a server of Vert.x accepts. Vert.x loads it as a service. */
public final class AcceptedConnections extends JDKTransport implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(this);
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
        HttpDecoderConfig limits = DecoderLimits.read();
        return domainSocket ? super.serverChannelFactory(true) : () -> new Listener(limits);
    }

    private static final class Listener extends NioServerSocketChannel {

        private final HttpDecoderConfig limits;

        Listener(HttpDecoderConfig limits) {
            this.limits = limits;
        }

        @Override
        protected int doReadMessages(List<Object> accepted) throws Exception {
            int count = super.doReadMessages(accepted);
            if (count > 0) {
                Channel connection = (Channel) accepted.get(accepted.size() - 1);
                connection.pipeline().addLast(new DecoderReplacement(limits));
            }
            return count;
        }
    }
}
