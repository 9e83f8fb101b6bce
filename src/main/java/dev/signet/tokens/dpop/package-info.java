/**
 * Proof of possession at the application level (RFC 9449): judges whether whoever calls holds the key that tokens are or are to
 * be bound to. Knows no token.
 */
@NullMarked
package dev.signet.tokens.dpop;

import org.jspecify.annotations.NullMarked;
