package dev.signet.jose.provider;

import com.amazon.corretto.crypto.provider.SelfTestResult;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

import javax.crypto.MacSpi;

/**
 * A substitution for the native image; it has no effect on the JVM. It skips AWS-LC's self-tests of HMAC, which create
 * a temporary provider at run time that an image cannot verify. Their failure would disable all other algorithms, and
 * Signet never uses HMAC of this provider.
 */
@TargetClass(className = "com.amazon.corretto.crypto.provider.EvpHmac")
final class AccpSelfTestsInImage {

    private AccpSelfTestsInImage() {}

    @Substitute
    @SuppressWarnings("unused") // the signature of the original method
    private static SelfTestResult runSelfTest(String name, Class<? extends MacSpi> spi) {
        return SelfTestResult.PASS_RESULT;
    }
}
