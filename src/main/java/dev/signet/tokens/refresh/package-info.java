/**
 * Refresh tokens as values: their format, the MAC that recognises them, and the seal of a replacement token for a
 * retry. Stores nothing.
 */
@NullMarked
package dev.signet.tokens.refresh;

import org.jspecify.annotations.NullMarked;
