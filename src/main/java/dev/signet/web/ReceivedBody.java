package dev.signet.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import java.io.ByteArrayInputStream;

/** Hands resources the body that {@link IncomingBody} read; left to itself the layer between takes an ended request for an empty one. */
final class ReceivedBody {

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public void filter(ContainerRequestContext request, RoutingContext exchange) {
        StreamedBodies.liftLimit(exchange);
        Buffer body = exchange.body().buffer();
        if (body != null) {
            request.setEntityStream(new ByteArrayInputStream(body.getBytes()));
        }
    }
}
