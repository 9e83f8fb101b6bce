/**
 * Entries of the Token Status Lists, which are issued from memory. Knows sessions and clients only by their
 * identifiers; {@code publication} signs and serves the lists.
 */
@NullMarked
package dev.signet.tokens.status;

import org.jspecify.annotations.NullMarked;
