package dev.signet.jose.provider;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.amazon.corretto.crypto.provider.SelfTestStatus;
import dev.signet.jose.jwk.JwsAlgorithm;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;

/**
 * AWS-LC through the Amazon Corretto Crypto Provider. The provider is used as an object and not registered with the
 * JVM, so nothing else uses it. The JDK supplies Mac and Cipher, because the provider cannot supply them in a native
 * image.
 */
public final class AccpPrimitives implements Primitives {

    private final AmazonCorrettoCryptoProvider provider;
    private final JdkPrimitives jdk = new JdkPrimitives();

    private AccpPrimitives(AmazonCorrettoCryptoProvider provider) {
        this.provider = provider;
    }

    /**
     * Loads the native library. Call it only at run time, never while a native image is built.
     *
     * @throws ProviderUnavailableException if the library does not load or fails its self-tests
     */
    public static AccpPrimitives load() throws ProviderUnavailableException {
        try {
            AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
            if (provider.getLoadingError() != null) {
                throw new ProviderUnavailableException("its native library does not load", provider.getLoadingError());
            }
            if (provider.runSelfTests() != SelfTestStatus.PASSED) {
                throw new ProviderUnavailableException("its self-tests do not pass", null);
            }
            return new AccpPrimitives(provider);
        } catch (LinkageError | RuntimeException e) {
            throw new ProviderUnavailableException("it cannot be started", e);
        }
    }

    /** Returns the version of AWS-LC. */
    public String version() {
        return "AWS-LC (Amazon Corretto Crypto Provider " + provider.getVersionStr() + ")";
    }

    @Override
    public String name() {
        return "accp";
    }

    @Override
    public Signature signature(JwsAlgorithm algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case RS256 -> Signature.getInstance("SHA256withRSA", provider);
            case ES256 -> Signature.getInstance("SHA256withECDSAinP1363Format", provider);
            case ED25519 -> Signature.getInstance("Ed25519", provider);
            case ML_DSA_65 -> jdk.signature(algorithm);
        };
    }

    @Override
    public KeyFactory keyFactory(JwsAlgorithm algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case RS256 -> KeyFactory.getInstance("RSA", provider);
            case ES256 -> KeyFactory.getInstance("EC", provider);
            // The provider offers these key factories only with a system property; it accepts the keys of the JDK.
            case ED25519, ML_DSA_65 -> jdk.keyFactory(algorithm);
        };
    }

    @Override
    public KeyPairGenerator keyPairGenerator(JwsAlgorithm algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case RS256 -> KeyPairGenerator.getInstance("RSA", provider);
            case ES256 -> KeyPairGenerator.getInstance("EC", provider);
            case ED25519, ML_DSA_65 -> jdk.keyPairGenerator(algorithm);
        };
    }
}
