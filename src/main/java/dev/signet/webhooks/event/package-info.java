/** The form of security events: their names, subjects and initiators in the standards. Stores nothing. */
@NullMarked
package dev.signet.webhooks.event;

import org.jspecify.annotations.NullMarked;
