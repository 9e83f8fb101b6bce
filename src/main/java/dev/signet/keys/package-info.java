/**
 * The signing keys: their life cycle, rotation, encryption at rest, the ring that signs and verifies with them, and the
 * published JWK Set. This package does not know the content of the tokens it signs.
 */
@NullMarked
package dev.signet.keys;

import org.jspecify.annotations.NullMarked;
