/** Deliveries of security events: stored with the event, signed, sent with retries, and removed. */
@NullMarked
package dev.signet.webhooks.delivery;

import org.jspecify.annotations.NullMarked;
