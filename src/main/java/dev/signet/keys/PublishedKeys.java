package dev.signet.keys;

import io.vertx.core.buffer.Buffer;

/** A published document about the keys, ready for the wire. */
record PublishedKeys(CharSequence contentType, Buffer body, String etag, String cacheControl) {}
