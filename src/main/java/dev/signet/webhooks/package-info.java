/**
 * Delivery of security events: webhooks of administrators and streams of clients, signed deliveries that are retried
 * until they are accepted, and their log. Records only events of its own changes.
 */
@NullMarked
package dev.signet.webhooks;

import org.jspecify.annotations.NullMarked;
