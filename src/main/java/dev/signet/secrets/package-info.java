/**
 * Values that are hashed or sealed before they are stored: digests, authenticated encryption, key derivation. Of
 * the meaning of the values, this package knows only the prefixes of tokens.
 */
@NullMarked
package dev.signet.secrets;

import org.jspecify.annotations.NullMarked;
