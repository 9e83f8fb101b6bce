/**
 * The first-party REST login: log in, refresh, verify, log out, and what callers may do with their own sessions and
 * password. Checks nothing itself that {@code accounts}, {@code tokens} or {@code throttle} can answer.
 */
@NullMarked
package dev.signet.login;

import org.jspecify.annotations.NullMarked;
