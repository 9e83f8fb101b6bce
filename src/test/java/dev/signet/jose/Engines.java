package dev.signet.jose;

import java.util.stream.Stream;

/**
 * The signature engines under test: always the JDK's, and AWS-LC's if it loads (otherwise a notice is printed). Also
 * gives tests access to the two steps below {@link JwtVerifier} that published test vectors need.
 */
public final class Engines {

    private static final SignatureEngine JDK = SignatureEngine.jdk();
    private static final SignatureEngine DETECTED = SignatureEngine.detect();

    private Engines() {}

    public static Stream<SignatureEngine> all() {
        if (DETECTED.name().equals("jdk")) {
            System.err.println("NOTICE: AWS-LC does not load here; only the JDK's provider is tested");
            return Stream.of(JDK);
        }
        return Stream.of(JDK, DETECTED);
    }

    /** Returns the engine for this run of the suite according to the system property {@code signet.test.provider}. */
    public static SignatureEngine underTest() {
        return System.getProperty("signet.test.provider", "auto").equals("jdk") ? JDK : DETECTED;
    }

    /** Verifies a signature over octets. */
    public static boolean verify(VerificationKey key, byte[] message, byte[] signature) {
        return key.verify(message, signature);
    }

    /** Returns the payload of a compact JWS after verifying it with the given key; the payload need not be a JWT. */
    public static byte[] verify(VerificationKey key, String compact) throws JwtRejectedException {
        return CompactJws.parse(compact).verify(key);
    }
}
