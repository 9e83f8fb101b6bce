package dev.signet.fetch;

import dev.signet.fetch.FetchFailedException.Reason;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;

/** One request on its own connection, and the requested part of its response. Cancelling it closes the connection. */
final class HttpCall extends CompletableFuture<FetchResponse> {

    private final int maxBytes;
    private final Buffer body = Buffer.buffer();
    private volatile @Nullable HttpClientRequest request;

    /**
     * Creates a call.
     *
     * @param maxBytes maximum length of the response body in bytes; with 0 the body is not read
     */
    HttpCall(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Starts the request. Must run on an event loop. */
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

    /** Returns true if the server was reached, so that another of its IP addresses would receive the request twice. */
    boolean hasReachedServer() {
        return request != null;
    }

    private void read(HttpClientResponse response) {
        response.exceptionHandler(this::fail);
        if (maxBytes == 0 || response.statusCode() != 200) {
            complete(result(response));
            close();
        } else if (response.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            reject(new FetchFailedException(Reason.CONTENT, "the response has a Content-Encoding"));
        } else {
            response.handler(this::append).endHandler(end -> complete(result(response)));
        }
    }

    private FetchResponse result(HttpClientResponse response) {
        return new FetchResponse(
                response.statusCode(),
                body,
                response.getHeader(HttpHeaders.CONTENT_TYPE),
                response.getHeader(HttpHeaders.CACHE_CONTROL));
    }

    private void append(Buffer chunk) {
        if (body.length() + chunk.length() > maxBytes) {
            reject(new FetchFailedException(Reason.CONTENT, "the response is longer than " + maxBytes + " bytes"));
        } else {
            body.appendBuffer(chunk);
        }
    }

    private void fail(Throwable failure) {
        reject(new FetchFailedException(Reason.UNREACHABLE, failure.getClass().getSimpleName()));
    }

    private void reject(FetchFailedException rejection) {
        completeExceptionally(rejection);
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
