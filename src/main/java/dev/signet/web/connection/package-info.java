/**
 * Completes the Netty pipeline of each accepted HTTP/1 connection before its first byte (ADR 0034). One handler rejects
 * obsolete line folding (RFC 9112 §5.2), another adds the date to responses that the HTTP layer writes itself.
 */
@NullMarked
package dev.signet.web.connection;

import org.jspecify.annotations.NullMarked;
