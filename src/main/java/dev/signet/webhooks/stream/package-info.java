/**
 * Streams of security events that clients set up for themselves (Shared Signals Framework 1.0): their management, their metadata, and asking
 * for events (RFC 8936). What is told to whom, and posting it, is the package above's.
 */
@NullMarked
package dev.signet.webhooks.stream;

import org.jspecify.annotations.NullMarked;
