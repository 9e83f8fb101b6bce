package dev.signet.fetch;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** The response to one request. The body is empty unless it was requested and the status is 200. */
record FetchResponse(
        int status,
        Buffer body,
        @Nullable String contentType,
        @Nullable String cacheControl) {}
