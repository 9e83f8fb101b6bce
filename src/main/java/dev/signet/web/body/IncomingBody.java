package dev.signet.web.body;

import dev.signet.error.ErrorCode;
import dev.signet.web.http.ProblemResponse;
import dev.signet.web.vertx.ExchangeBody;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import java.time.Duration;

/**
 * A request body that is being received on the event loop. The exchange continues when the body is complete, and is
 * rejected if the body violates a limit.
 */
final class IncomingBody {

    private static final String CONTINUE = "100-continue";

    private final RoutingContext exchange;
    private final long maxBytes;
    private final Buffer received = Buffer.buffer();
    private long timer;
    private boolean decided;

    IncomingBody(RoutingContext exchange, long maxBytes) {
        this.exchange = exchange;
        this.maxBytes = maxBytes;
    }

    void read(Duration maxTime) {
        HttpServerRequest request = exchange.request();
        timer = exchange.vertx().setTimer(maxTime.toMillis(), late -> reject(ErrorCode.REQUEST_TIMEOUT));
        if (CONTINUE.equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.headers().remove(HttpHeaders.EXPECT);
            exchange.response().writeContinue();
        }
        request.handler(this::receive);
        request.endHandler(end -> accept());
        request.exceptionHandler(cut -> abandon());
        request.resume();
    }

    private void receive(Buffer part) {
        if (decided) {
            return;
        }
        if (received.length() + part.length() > maxBytes) {
            reject(ErrorCode.CONTENT_TOO_LARGE);
        } else {
            received.appendBuffer(part);
        }
    }

    private void accept() {
        if (decide()) {
            ExchangeBody.set(exchange, received);
            exchange.next();
        }
    }

    // The rest of the body is not read, so the connection cannot be used again.
    private void reject(ErrorCode code) {
        if (decide()) {
            exchange.response().putHeader(HttpHeaders.CONNECTION, "close");
            ProblemResponse.send(exchange.response(), code);
        }
    }

    private void abandon() {
        decide();
    }

    private boolean decide() {
        if (decided) {
            return false;
        }
        decided = true;
        exchange.vertx().cancelTimer(timer);
        return true;
    }
}
