/**
 * Authentication of a user by password, link or passkey, and second factor, also of a user who is signed in already, with the
 * limits of attempts. Opens no session.
 */
@NullMarked
package dev.signet.login.authentication;

import org.jspecify.annotations.NullMarked;
