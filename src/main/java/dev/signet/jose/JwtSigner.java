package dev.signet.jose;

import dev.signet.jose.jwk.JwsAlgorithm;

/** Issues JWTs in compact form with one key (RFC 7515 §7.1, RFC 7519 §7.1). */
public interface JwtSigner {

    String kid();

    JwsAlgorithm algorithm();

    /** Signs the claims with a header of exactly {@code alg}, {@code kid} and {@code typ}. */
    String sign(JwtType type, ClaimsSet claims);
}
