/**
 * Introspection (RFC 7662): resource servers and clients query tokens that are meant for them or issued to them. The
 * response for every other token is the same as for an invalid token.
 */
@NullMarked
package dev.signet.oauth.introspection;

import org.jspecify.annotations.NullMarked;
