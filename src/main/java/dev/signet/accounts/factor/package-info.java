/**
 * Second factors of an account: authenticator apps (RFC 6238) and the recovery codes that stand in for one. Enrols them,
 * accepts each code once, and knows nothing of logins and tokens.
 */
@NullMarked
package dev.signet.accounts.factor;

import org.jspecify.annotations.NullMarked;
