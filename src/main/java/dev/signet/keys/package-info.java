/**
 * The signing keys: their life cycle, rotation, encryption at rest, the ring that signs and verifies with them, and the
 * published JWK Set. Knows nothing of what is signed.
 */
@NullMarked
package dev.signet.keys;

import org.jspecify.annotations.NullMarked;
