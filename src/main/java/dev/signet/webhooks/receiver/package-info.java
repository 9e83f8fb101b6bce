/** Receivers of security events, their subscribed event types and excluded subjects. Authorizes no request. */
@NullMarked
package dev.signet.webhooks.receiver;

import org.jspecify.annotations.NullMarked;
