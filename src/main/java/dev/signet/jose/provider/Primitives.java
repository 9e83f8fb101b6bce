package dev.signet.jose.provider;

import dev.signet.jose.jwk.JwsAlgorithm;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;

/**
 * The cryptographic primitives of one provider, which is selected explicitly and not by the JVM's order of preference.
 */
public interface Primitives {

    String name();

    /**
     * Returns a new signature object for the format of JWS: PKCS#1, {@code r || s}, the 64 octets of RFC 8032, or those
     * of FIPS 204 with an empty context.
     */
    Signature signature(JwsAlgorithm algorithm) throws GeneralSecurityException;

    KeyFactory keyFactory(JwsAlgorithm algorithm) throws GeneralSecurityException;

    KeyPairGenerator keyPairGenerator(JwsAlgorithm algorithm) throws GeneralSecurityException;
}
