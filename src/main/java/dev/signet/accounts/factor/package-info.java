/**
 * Second factors of an account: authenticator apps (RFC 6238) and the recovery codes that can replace a code. Enrols
 * them and accepts each code once; does not depend on logins or tokens.
 */
@NullMarked
package dev.signet.accounts.factor;

import org.jspecify.annotations.NullMarked;
