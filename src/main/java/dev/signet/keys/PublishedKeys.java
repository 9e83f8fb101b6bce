package dev.signet.keys;

import io.vertx.core.buffer.Buffer;

/** A published document with the keys, ready to send. */
record PublishedKeys(CharSequence contentType, Buffer body, String etag, String cacheControl) {}
