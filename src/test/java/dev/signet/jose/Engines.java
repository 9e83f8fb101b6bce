package dev.signet.jose;

import java.util.stream.Stream;

/**
 * The engines a test runs on: the JDK's always, AWS-LC's where it loads (with a notice where it does not). Also opens, for
 * tests alone, the two steps below {@link JwtVerifier} that published vectors need.
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

    /** The engine this run of the suite is for, as the system property {@code signet.test.provider} says. */
    public static SignatureEngine underTest() {
        return System.getProperty("signet.test.provider", "auto").equals("jdk") ? JDK : DETECTED;
    }

    /** A signature over octets. */
    public static boolean verify(VerificationKey key, byte[] message, byte[] signature) {
        return key.verify(message, signature);
    }

    /** The payload of a compact JWS under one given key, which need not be a JWT. */
    public static byte[] verify(VerificationKey key, String compact) throws JwtRejectedException {
        return CompactJws.parse(compact).verify(key);
    }
}
