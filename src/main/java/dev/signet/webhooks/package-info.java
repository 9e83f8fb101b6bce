/**
 * Webhooks: the administration of push receivers. Receivers, deliveries and the form of events are in packages of their
 * own, which streams use too.
 */
@NullMarked
package dev.signet.webhooks;

import org.jspecify.annotations.NullMarked;
