package dev.signet.fetch;

import dev.signet.fetch.FetchRefusedException.Reason;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;

/** One request on a connection of its own, and as much of the answer as was asked for. Cancelled, it closes the connection. */
final class Call extends CompletableFuture<Answer> {

    private final int maxBytes;
    private final Buffer body = Buffer.buffer();
    private volatile @Nullable HttpClientRequest request;

    /** Reads a body of at most so many bytes; with 0 none, whatever is sent. */
    Call(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Begins, on an event loop. */
    void begin(HttpClient client, RequestOptions options, @Nullable Buffer content) {
        client.request(options).onFailure(this::fail).onSuccess(connected -> {
            request = connected;
            if (isDone()) {
                connected.reset();
                return;
            }
            connected.response().onSuccess(this::read).onFailure(this::fail);
            if (content == null) {
                connected.end();
            } else {
                connected.end(content);
            }
        });
    }

    /** Whether the server was reached, so that trying another of its addresses would repeat the request. */
    boolean reached() {
        return request != null;
    }

    private void read(HttpClientResponse response) {
        response.exceptionHandler(this::fail);
        if (maxBytes == 0 || response.statusCode() != 200) {
            complete(answer(response));
            close();
        } else if (response.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            refuse(new FetchRefusedException(Reason.CONTENT, "the response has a Content-Encoding"));
        } else {
            response.handler(this::take).endHandler(end -> complete(answer(response)));
        }
    }

    private Answer answer(HttpClientResponse response) {
        return new Answer(
                response.statusCode(),
                body,
                response.getHeader(HttpHeaders.CONTENT_TYPE),
                response.getHeader(HttpHeaders.CACHE_CONTROL));
    }

    private void take(Buffer chunk) {
        if (body.length() + chunk.length() > maxBytes) {
            refuse(new FetchRefusedException(Reason.CONTENT, "the response is longer than " + maxBytes + " bytes"));
        } else {
            body.appendBuffer(chunk);
        }
    }

    private void fail(Throwable failure) {
        refuse(new FetchRefusedException(Reason.UNREACHABLE, failure.getClass().getSimpleName()));
    }

    private void refuse(FetchRefusedException refusal) {
        completeExceptionally(refusal);
        close();
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        boolean cancelled = super.cancel(mayInterrupt);
        close();
        return cancelled;
    }

    private void close() {
        HttpClientRequest open = request;
        if (open != null) {
            open.reset();
        }
    }
}
