/**
 * Attempt limits, counted in the database so that a restart or a second node resets nothing. Sees an account as a string
 * and neither knows nor tells whether it exists.
 */
@NullMarked
package dev.signet.throttle;

import org.jspecify.annotations.NullMarked;
