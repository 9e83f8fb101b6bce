package dev.signet.jose;

import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.jose.provider.JdkPrimitives;
import dev.signet.jose.provider.Primitives;
import dev.signet.jose.provider.ProviderUnavailableException;
import dev.signet.support.installation.OnBothStacks;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@OnBothStacks
class ProviderFallbackTest {

    private static final List<String> WITHOUT_AWS_LC =
            List.of("-Dcom.amazon.corretto.crypto.provider.useExternalLib=true", "-Djava.library.path=/nowhere");

    /** A main class that runs in its own process, because a native library loads only once. */
    static final class Probe {

        public static void main(String[] arguments) {
            SignatureEngine engine = arguments[0].equals("accp") ? SignatureEngine.accp() : SignatureEngine.detect();
            SigningKey key = engine.generate(JwsAlgorithm.ES256);
            System.out.println("engine=" + engine.name() + " kid=" + key.kid());
        }
    }

    @Test
    void jdkIsUsedIfTheNativeLibraryDoesNotLoad() throws Exception {
        assertThat(probe("auto"))
                .contains("engine=jdk kid=")
                .contains("computed by the JDK, because AWS-LC is not available");
    }

    @Test
    void requiredAwsLcThatDoesNotLoadStopsTheStart() throws Exception {
        assertThat(probe("accp"))
                .contains(
                        "signet.jose.provider (environment variable SIGNET_JOSE_PROVIDER) is accp, but AWS-LC is not available")
                .doesNotContain("engine=");
    }

    @Test
    void providerThatAcceptsEverySignatureIsRejected() {
        assertThatThrownBy(() -> SignatureSelfTest.check(new KeyCodec(new AcceptAllPrimitives())))
                .isInstanceOf(ProviderUnavailableException.class);
    }

    @Test
    void providerWithWrongResultsIsRejected() {
        assertThatThrownBy(() -> SignatureSelfTest.check(new KeyCodec(new OtherHash())))
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessageContaining("known-answer test for RS256");
    }

    private static String probe(String provider) throws Exception {
        List<String> command = Stream.of(
                        List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        WITHOUT_AWS_LC,
                        List.of("-cp", System.getProperty("java.class.path"), Probe.class.getName(), provider))
                .flatMap(List::stream)
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The JDK's provider, except that it accepts every ECDSA signature. */
    private static final class AcceptAllPrimitives implements Primitives {

        private final JdkPrimitives jdk = new JdkPrimitives();

        @Override
        public String name() {
            return "credulous";
        }

        @Override
        public Signature signature(JwsAlgorithm algorithm) throws GeneralSecurityException {
            return algorithm == JwsAlgorithm.ES256
                    ? new AcceptAllSignature(jdk.signature(algorithm))
                    : jdk.signature(algorithm);
        }

        @Override
        public KeyFactory keyFactory(JwsAlgorithm algorithm) throws GeneralSecurityException {
            return jdk.keyFactory(algorithm);
        }

        @Override
        public KeyPairGenerator keyPairGenerator(JwsAlgorithm algorithm) throws GeneralSecurityException {
            return jdk.keyPairGenerator(algorithm);
        }
    }

    /** The JDK's provider, except that RS256 hashes with SHA-384. */
    private static final class OtherHash implements Primitives {

        private final JdkPrimitives jdk = new JdkPrimitives();

        @Override
        public String name() {
            return "other hash";
        }

        @Override
        public Signature signature(JwsAlgorithm algorithm) throws GeneralSecurityException {
            return algorithm == JwsAlgorithm.RS256
                    ? Signature.getInstance("SHA384withRSA", JdkPrimitives.RSA)
                    : jdk.signature(algorithm);
        }

        @Override
        public KeyFactory keyFactory(JwsAlgorithm algorithm) throws GeneralSecurityException {
            return jdk.keyFactory(algorithm);
        }

        @Override
        public KeyPairGenerator keyPairGenerator(JwsAlgorithm algorithm) throws GeneralSecurityException {
            return jdk.keyPairGenerator(algorithm);
        }
    }

    private static final class AcceptAllSignature extends Signature {

        private final Signature delegate;

        AcceptAllSignature(Signature delegate) {
            super(delegate.getAlgorithm());
            this.delegate = delegate;
        }

        @Override
        protected void engineInitVerify(PublicKey key) {
            // accepts every key
        }

        @Override
        protected boolean engineVerify(byte[] signature) {
            return true;
        }

        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
            delegate.initSign(key);
        }

        @Override
        protected void engineUpdate(byte octet) throws SignatureException {
            if (state == SIGN) {
                delegate.update(octet);
            }
        }

        @Override
        protected void engineUpdate(byte[] octets, int offset, int length) throws SignatureException {
            if (state == SIGN) {
                delegate.update(octets, offset, length);
            }
        }

        @Override
        protected byte[] engineSign() throws SignatureException {
            return delegate.sign();
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException();
        }
    }
}
