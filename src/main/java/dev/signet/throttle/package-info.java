/**
 * Attempt limits, counted in the database so that a restart or a second node does not reset them. This package sees an
 * account as a string; it neither knows nor reveals whether the account exists.
 */
@NullMarked
package dev.signet.throttle;

import org.jspecify.annotations.NullMarked;
