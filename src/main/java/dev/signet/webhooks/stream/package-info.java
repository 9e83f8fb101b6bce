/**
 * Streams of security events that clients create themselves (Shared Signals Framework 1.0): management, metadata, and
 * polling (RFC 8936). The package {@code webhooks.delivery} stores the events and posts them.
 */
@NullMarked
package dev.signet.webhooks.stream;

import org.jspecify.annotations.NullMarked;
