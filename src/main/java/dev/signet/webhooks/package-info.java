/**
 * Telling others of security events: webhooks of administrators and streams of clients, signed deliveries that are repeated until they are
 * taken, and the log of them. Records no event but those of its own changes.
 */
@NullMarked
package dev.signet.webhooks;

import org.jspecify.annotations.NullMarked;
