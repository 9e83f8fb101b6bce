/**
 * The one way this service calls out to addresses that others chose: key sets, client metadata, notifications. Reaches public
 * addresses only, within bounds of time and size, and tells nobody what was answered but its caller.
 */
@NullMarked
package dev.signet.fetch;

import org.jspecify.annotations.NullMarked;
