package dev.signet.jose;

import dev.signet.jose.jwk.Ed25519Members;
import dev.signet.jose.jwk.Jwk;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.jose.jwk.MlDsaMembers;
import dev.signet.jose.jwk.P256Members;
import dev.signet.jose.jwk.PublicMembers;
import dev.signet.jose.jwk.RsaMembers;
import dev.signet.jose.provider.Primitives;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;

/** Creates keys that sign and verify with one crypto provider, which is selected and checked once at the start. */
@Singleton
public final class SignatureEngine {

    private static final Logger LOG = Logger.getLogger(SignatureEngine.class);
    private static final int RSA_BITS = 2048;

    private final Primitives primitives;
    private final KeyCodec codec;

    @Inject
    SignatureEngine(JoseConfig config) {
        this(config.provider());
    }

    private SignatureEngine(JoseConfig.Provider configured) {
        ProviderChoice choice = ProviderChoice.of(configured);
        this.primitives = choice.primitives();
        this.codec = new KeyCodec(primitives);
        LOG.log(choice.fallback() ? Logger.Level.WARN : Logger.Level.INFO, choice.description());
    }

    /**
     * Returns an engine with AWS-LC.
     *
     * @throws io.quarkus.runtime.configuration.ConfigurationException if it cannot be used
     */
    public static SignatureEngine accp() {
        return new SignatureEngine(JoseConfig.Provider.ACCP);
    }

    public static SignatureEngine jdk() {
        return new SignatureEngine(JoseConfig.Provider.JDK);
    }

    /** Returns an engine with AWS-LC if it can be used, otherwise with the JDK. */
    public static SignatureEngine detect() {
        return new SignatureEngine(JoseConfig.Provider.AUTO);
    }

    /** Returns {@code accp} or {@code jdk}. */
    public String name() {
        return primitives.name();
    }

    /**
     * Returns true if this runtime can sign and verify with the algorithm. The classic algorithms are always supported.
     */
    public boolean supports(JwsAlgorithm algorithm) {
        try {
            primitives.keyPairGenerator(algorithm);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    public SigningKey generate(JwsAlgorithm algorithm) {
        try {
            KeyPairGenerator generator = primitives.keyPairGenerator(algorithm);
            switch (algorithm) {
                case RS256 -> generator.initialize(RSA_BITS);
                case ES256 -> generator.initialize(new ECGenParameterSpec("secp256r1"));
                case ED25519, ML_DSA_65 -> {} // the name of the generator determines the parameters
            }
            KeyPair pair = generator.generateKeyPair();
            return codec.signingKey(Jwk.of(algorithm, publicMembers(algorithm, pair.getPublic())), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot generate a key for " + algorithm.wireName(), e);
        }
    }

    /**
     * Returns the stored signing key.
     *
     * @throws IllegalArgumentException if the two halves are not a pair
     */
    public SigningKey decode(Jwk publicJwk, byte[] pkcs8) {
        return codec.signingKey(publicJwk, pkcs8);
    }

    /**
     * Returns a published key for verification.
     *
     * @throws InvalidJwkException if the provider cannot use it
     */
    public VerificationKey verificationKey(Jwk jwk) {
        return codec.verificationKey(jwk);
    }

    private static PublicMembers publicMembers(JwsAlgorithm algorithm, PublicKey key) {
        return switch (algorithm) {
            case RS256 -> RsaMembers.of((RSAPublicKey) key);
            case ES256 -> P256Members.of((ECPublicKey) key);
            case ED25519 -> Ed25519Members.of(key);
            case ML_DSA_65 -> MlDsaMembers.of(key);
        };
    }
}
