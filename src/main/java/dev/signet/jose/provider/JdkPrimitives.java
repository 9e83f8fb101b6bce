package dev.signet.jose.provider;

import dev.signet.jose.jwk.JwsAlgorithm;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;

/** The providers of the JDK: available everywhere, but five to thirty times slower for signatures. */
public final class JdkPrimitives implements Primitives {

    /** Name of the provider of RSA. */
    public static final String RSA = "SunRsaSign";

    static final String EC = "SunEC";
    /** Supports ML-DSA since Java 24. */
    static final String SUN = "SUN";

    @Override
    public String name() {
        return "jdk";
    }

    @Override
    public Signature signature(JwsAlgorithm algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case RS256 -> Signature.getInstance("SHA256withRSA", RSA);
            case ES256 -> Signature.getInstance("SHA256withECDSAinP1363Format", EC);
            case ED25519 -> Signature.getInstance("Ed25519", EC);
            case ML_DSA_65 -> Signature.getInstance("ML-DSA-65", SUN);
        };
    }

    @Override
    public KeyFactory keyFactory(JwsAlgorithm algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case RS256 -> KeyFactory.getInstance("RSA", RSA);
            case ES256 -> KeyFactory.getInstance("EC", EC);
            case ED25519 -> KeyFactory.getInstance("Ed25519", EC);
            case ML_DSA_65 -> KeyFactory.getInstance("ML-DSA-65", SUN);
        };
    }

    @Override
    public KeyPairGenerator keyPairGenerator(JwsAlgorithm algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case RS256 -> KeyPairGenerator.getInstance("RSA", RSA);
            case ES256 -> KeyPairGenerator.getInstance("EC", EC);
            case ED25519 -> KeyPairGenerator.getInstance("Ed25519", EC);
            case ML_DSA_65 -> KeyPairGenerator.getInstance("ML-DSA-65", SUN);
        };
    }
}
