/**
 * The first-party REST login: sign in, refresh, verify, sign out, and management of the user's own sessions and
 * password. Delegates every check to {@code accounts}, {@code tokens} or {@code throttle}.
 */
@NullMarked
package dev.signet.login;

import org.jspecify.annotations.NullMarked;
