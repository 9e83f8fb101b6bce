package dev.signet.jose;

import java.util.stream.Stream;

/** The engines a test runs on: the JDK's always, AWS-LC's where it loads (with a notice where it does not). */
final class Engines {

    private Engines() {}

    static Stream<SignatureEngine> all() {
        SignatureEngine detected = SignatureEngine.detect();
        if (detected.name().equals("jdk")) {
            System.err.println("NOTICE: AWS-LC does not load here; only the JDK's provider is tested");
            return Stream.of(detected);
        }
        return Stream.of(SignatureEngine.jdk(), detected);
    }
}
