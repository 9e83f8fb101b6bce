package dev.signet.web.vertx;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;

/** The body of an exchange. Assumption: handlers read a body that was set by {@code RoutingContextInternal}. */
public final class ExchangeBody {

    private ExchangeBody() {}

    /** Sets the body that the next handlers read. */
    public static void set(RoutingContext exchange, Buffer body) {
        ((RoutingContextInternal) exchange).setBody(body);
    }
}
