/**
 * Authorizations: what a user or an administrator allowed, the options of the tokens issued for it, and the limits that
 * a client or a request sets. Values only.
 */
@NullMarked
package dev.signet.tokens.grant;

import org.jspecify.annotations.NullMarked;
