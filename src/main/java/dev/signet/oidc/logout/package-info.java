/**
 * Ending what was begun: logout that a client asks for (RP-Initiated Logout), and telling clients that a session is over
 * (Back-Channel Logout). Ends nothing itself: {@code login.browser} and {@code tokens} do.
 */
@NullMarked
package dev.signet.oidc.logout;

import org.jspecify.annotations.NullMarked;
