package dev.signet.web.connection;

import dev.signet.web.ClockProducer;
import dev.signet.web.http.HttpDate;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.spi.VertxServiceProvider;

import java.util.List;

/** Adds {@link PipelineSetup} to each connection that a Vert.x server accepts. Vert.x finds it by ServiceLoader. */
public final class AcceptedConnections extends JDKTransport implements VertxServiceProvider {

    private final MissingDateHandler date = new MissingDateHandler(new HttpDate(ClockProducer.clock()));

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(this);
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
        if (domainSocket) {
            return super.serverChannelFactory(true);
        }
        HttpDecoderConfig limits = DecoderLimits.read();
        return () -> new Listener(limits, date);
    }

    private static final class Listener extends NioServerSocketChannel {

        private final HttpDecoderConfig limits;
        private final MissingDateHandler date;

        Listener(HttpDecoderConfig limits, MissingDateHandler date) {
            this.limits = limits;
            this.date = date;
        }

        @Override
        protected int doReadMessages(List<Object> accepted) throws Exception {
            int count = super.doReadMessages(accepted);
            if (count > 0) {
                Channel connection = (Channel) accepted.get(accepted.size() - 1);
                connection.pipeline().addLast(new PipelineSetup(limits, date));
            }
            return count;
        }
    }
}
