/**
 * Rejects obsolete line folding in HTTP/1 requests (RFC 9112 §5.2), which Netty replaces with a space before the application sees it:
 * each accepted connection gets a decoder that examines the lines of a request's head (ADR 0034).
 */
@NullMarked
package dev.signet.web.decoder;

import org.jspecify.annotations.NullMarked;
