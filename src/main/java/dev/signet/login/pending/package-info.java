/**
 * Logins whose first factor was right and which wait for the second. Hands out a token for each, keeps what the login
 * asked for, and lets it be finished once.
 */
@NullMarked
package dev.signet.login.pending;

import org.jspecify.annotations.NullMarked;
