/** JWKs and JWK Sets with public members only (RFC 7517), and the algorithms. */
@NullMarked
package dev.signet.jose.jwk;

import org.jspecify.annotations.NullMarked;
