/**
 * Introspection (RFC 7662): resource servers and clients ask about tokens meant for them or issued to them; about any other they
 * learn what they would of garbage.
 */
@NullMarked
package dev.signet.oauth.introspection;

import org.jspecify.annotations.NullMarked;
