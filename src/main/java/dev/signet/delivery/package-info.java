/**
 * Sending of stored deliveries: lanes for each destination, and the delay before the next attempt. The tables, what is
 * sent and the limits belong to the features.
 */
@NullMarked
package dev.signet.delivery;

import org.jspecify.annotations.NullMarked;
