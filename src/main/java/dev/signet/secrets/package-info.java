/**
 * Values that are hashed or sealed before they are stored: digests, authenticated encryption, key derivation. This
 * package does not know the meaning of the values.
 */
@NullMarked
package dev.signet.secrets;

import org.jspecify.annotations.NullMarked;
