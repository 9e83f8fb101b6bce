/**
 * Sending of stored deliveries, at least once: claim, attempt, delay before the next one, and a lane for each
 * destination. The features own the tables, the limits, and the order in which they attempt what is due.
 */
@NullMarked
package dev.signet.delivery;

import org.jspecify.annotations.NullMarked;
