/**
 * Logins whose first factor was right and that wait for the second. Issues a token for each, stores the requested
 * access, and lets it be finished once.
 */
@NullMarked
package dev.signet.login.pending;

import org.jspecify.annotations.NullMarked;
