/** The account page for the password, the authenticator app and the recovery codes. */
@NullMarked
package dev.signet.selfservice.security;

import org.jspecify.annotations.NullMarked;
