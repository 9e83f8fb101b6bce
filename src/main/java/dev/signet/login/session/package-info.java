/** The sessions of the signed-in user over REST: refresh, verify, sign out, list. */
@NullMarked
package dev.signet.login.session;

import org.jspecify.annotations.NullMarked;
