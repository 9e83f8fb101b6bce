/**
 * Values that are hashed or sealed before they are stored: digests, authenticated encryption, key derivation. Knows
 * nothing of what the values mean.
 */
@NullMarked
package dev.signet.secrets;

import org.jspecify.annotations.NullMarked;
