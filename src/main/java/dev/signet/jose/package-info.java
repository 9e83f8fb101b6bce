/**
 * JWS and JWT with strict parsing, signing and verification. The packages below contain JWKs, JSON and the
 * cryptographic primitives. No other package knows a JOSE or crypto library, except {@code accounts.password} for its
 * hashes.
 *
 * <p>The package {@code keys} manages the key life cycle; the package {@code tokens} decides about accounts and
 * sessions.
 */
@NullMarked
package dev.signet.jose;

import org.jspecify.annotations.NullMarked;
