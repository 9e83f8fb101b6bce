/**
 * Completes the Netty pipeline of each accepted HTTP/1 connection before its first byte: with a decoder that rejects
 * obsolete line folding (RFC 9112 §5.2), and with the date of responses that the HTTP layer writes itself (ADR 0034).
 */
@NullMarked
package dev.signet.web.connection;

import org.jspecify.annotations.NullMarked;
