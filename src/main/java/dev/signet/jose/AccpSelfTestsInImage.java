package dev.signet.jose;

import com.amazon.corretto.crypto.provider.SelfTestResult;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

import javax.crypto.MacSpi;

/**
 * Native image only, inert on the JVM: skips AWS-LC's self-tests of HMAC, which make a throw-away provider at run time that an
 * image cannot verify, and whose failure would withdraw every other algorithm; HMAC is never asked of this provider.
 */
@TargetClass(className = "com.amazon.corretto.crypto.provider.EvpHmac")
final class AccpSelfTestsInImage {

    private AccpSelfTestsInImage() {}

    @Substitute
    @SuppressWarnings("unused") // its caller and its parameters are the original's
    private static SelfTestResult runSelfTest(String name, Class<? extends MacSpi> spi) {
        return SelfTestResult.PASS_RESULT;
    }
}
