/**
 * JOSE values (JWK, JWS and JWT) with strict parsing, signing and verification. No other package knows a JOSE or crypto
 * library.
 *
 * <p>The package {@code keys} manages the key life cycle; the package {@code tokens} decides about accounts and
 * sessions.
 */
@NullMarked
package dev.signet.jose;

import org.jspecify.annotations.NullMarked;
