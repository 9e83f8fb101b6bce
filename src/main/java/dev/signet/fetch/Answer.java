package dev.signet.fetch;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** What came back of one request: the body is empty unless it was asked for and the status is 200. */
record Answer(
        int status,
        Buffer body,
        @Nullable String contentType,
        @Nullable String cacheControl) {}
