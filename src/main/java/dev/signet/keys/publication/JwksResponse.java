package dev.signet.keys.publication;

import io.vertx.core.buffer.Buffer;

/** A published document with the keys, ready to send. */
record JwksResponse(CharSequence contentType, Buffer body, String etag, String cacheControl) {}
