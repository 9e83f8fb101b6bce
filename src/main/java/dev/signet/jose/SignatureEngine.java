package dev.signet.jose;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;

/** Makes keys that sign and verify with one crypto provider, chosen once at start and checked before it is trusted. */
@Singleton
public final class SignatureEngine {

    private static final Logger LOG = Logger.getLogger(SignatureEngine.class);
    private static final int RSA_BITS = 2048;
    private static final byte[] PROBE = {'s', 'i', 'g', 'n', 'e', 't'};

    private final Primitives primitives;

    @Inject
    SignatureEngine(JoseConfig config) {
        this(choose(config.provider()));
        LOG.infof("Signatures are computed by %s", name());
    }

    private SignatureEngine(Primitives primitives) {
        this.primitives = primitives;
    }

    /** AWS-LC; throws {@link IllegalStateException} where it does not load. */
    public static SignatureEngine accp() {
        return new SignatureEngine(choose(JoseConfig.Provider.ACCP));
    }

    public static SignatureEngine jdk() {
        return new SignatureEngine(choose(JoseConfig.Provider.JDK));
    }

    /** AWS-LC where it loads, else the JDK. */
    public static SignatureEngine detect() {
        return new SignatureEngine(choose(JoseConfig.Provider.AUTO));
    }

    private static Primitives choose(JoseConfig.Provider wanted) {
        if (wanted == JoseConfig.Provider.JDK) {
            return new JdkPrimitives();
        }
        try {
            return AccpPrimitives.load();
        } catch (ProviderUnavailableException e) {
            if (wanted == JoseConfig.Provider.ACCP) {
                throw new IllegalStateException(
                        "signet.jose.provider is accp, but AWS-LC is not usable here: " + e.getMessage(), e);
            }
            LOG.infof("AWS-LC is not usable here (%s)", e.getMessage());
            return new JdkPrimitives();
        }
    }

    /** {@code accp} or {@code jdk}. */
    public String name() {
        return primitives.name();
    }

    public SigningKey generate(JwsAlgorithm algorithm) {
        try {
            KeyPairGenerator generator = primitives.keyPairGenerator(algorithm);
            switch (algorithm) {
                case RS256 -> generator.initialize(RSA_BITS);
                case ES256 -> generator.initialize(new ECGenParameterSpec("secp256r1"));
                case ED25519 -> {} // the generator's name has said everything
            }
            KeyPair pair = generator.generateKeyPair();
            return signingKey(Jwk.of(algorithm, material(algorithm, pair.getPublic())), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot generate a key for " + algorithm.wireName(), e);
        }
    }

    /** The signing key that was stored; IllegalArgumentException if the two halves are not one key. */
    public SigningKey decode(Jwk publicJwk, byte[] pkcs8) {
        try {
            PrivateKey key =
                    primitives.keyFactory(publicJwk.algorithm()).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return signingKey(publicJwk, key);
        } catch (GeneralSecurityException e) {
            // Without the cause: its text may hold parts of the key.
            throw new IllegalArgumentException("the stored private key " + publicJwk.kid() + " cannot be read");
        }
    }

    public VerificationKey verificationKey(Jwk jwk) {
        try {
            PublicKey key = jwk.material().key(primitives.keyFactory(jwk.algorithm()));
            return new VerificationKey(jwk, key, primitives);
        } catch (GeneralSecurityException e) {
            throw new InvalidJwkException("the public key " + jwk.kid() + " cannot be used");
        }
    }

    /** Pairwise consistency: a private half that does not belong to the published one would sign what nobody can verify. */
    private SigningKey signingKey(Jwk jwk, PrivateKey key) {
        SigningKey signingKey = new SigningKey(jwk, key, primitives);
        if (!verificationKey(jwk).verify(PROBE, signingKey.sign(PROBE))) {
            throw new IllegalArgumentException("the private key does not belong to the public key " + jwk.kid());
        }
        return signingKey;
    }

    private static PublicMembers material(JwsAlgorithm algorithm, PublicKey key) {
        return switch (algorithm) {
            case RS256 -> RsaMembers.of((RSAPublicKey) key);
            case ES256 -> P256Members.of((ECPublicKey) key);
            case ED25519 -> Ed25519Members.of(key);
        };
    }
}
