package dev.signet.jose.jwk;

import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.util.Map;

/**
 * The validated numbers of a public key, as JWK members and as a key of a provider (RFC 7518 §6,
 * RFC 9964 §3).
 */
public sealed interface PublicMembers permits RsaMembers, P256Members, Ed25519Members, MlDsaMembers {

    /** Returns the members that the thumbprint covers, except {@code kty}. */
    Map<String, String> members();

    PublicKey key(KeyFactory factory) throws InvalidKeySpecException;
}
