package dev.signet.jose;

import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.util.Map;

/** The numbers of a public key, already checked, as JWK members and as a key of some provider (RFC 7518 section 6, RFC 9964 section 3). */
sealed interface PublicMembers permits RsaMembers, P256Members, Ed25519Members, MlDsaMembers {

    /** The members the thumbprint covers, apart from {@code kty}. */
    Map<String, String> members();

    PublicKey key(KeyFactory factory) throws InvalidKeySpecException;
}
