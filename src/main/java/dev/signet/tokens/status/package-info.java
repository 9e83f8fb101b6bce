/**
 * Token Status Lists: entries, which are issued from memory, and the signed public lists. Knows sessions and clients
 * only by their identifiers.
 */
@NullMarked
package dev.signet.tokens.status;

import org.jspecify.annotations.NullMarked;
