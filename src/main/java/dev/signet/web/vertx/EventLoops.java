package dev.signet.web.vertx;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

/** The event loops of Vert.x. Assumption: each {@code Vertx} is a {@code VertxInternal}. */
public final class EventLoops {

    private EventLoops() {}

    /** Returns a new context, whose tasks all run on one event loop. */
    public static Context newContext(Vertx vertx) {
        return ((VertxInternal) vertx).createEventLoopContext();
    }
}
