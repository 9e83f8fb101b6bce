/**
 * Logout that a client requests (RP-Initiated Logout), and notification of clients about the end of a session
 * (Back-Channel Logout). The packages {@code login.browser} and {@code tokens} end the sessions.
 */
@NullMarked
package dev.signet.oidc.logout;

import org.jspecify.annotations.NullMarked;
