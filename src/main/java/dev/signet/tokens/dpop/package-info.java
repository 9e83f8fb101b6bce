/**
 * Proof of possession at the application level (RFC 9449): verifies that the caller holds the key of its tokens.
 * Independent of tokens.
 */
@NullMarked
package dev.signet.tokens.dpop;

import org.jspecify.annotations.NullMarked;
