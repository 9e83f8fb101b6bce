package dev.signet.web.body;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import java.io.ByteArrayInputStream;

/**
 * Passes the body that {@link IncomingBody} read to resources. Without it, the layer in between would treat the request
 * as empty, because its body has already been read.
 */
final class ReceivedBody {

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public void filter(ContainerRequestContext request, RoutingContext exchange) {
        StreamedBodies.removeLimit(exchange);
        Buffer body = exchange.body().buffer();
        if (body != null) {
            request.setEntityStream(new ByteArrayInputStream(body.getBytes()));
        }
    }
}
