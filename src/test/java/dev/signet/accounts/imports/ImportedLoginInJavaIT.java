package dev.signet.accounts.imports;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import java.util.Map;

/** The same tests where only Java computes Argon2id, as in a native binary on a system without libargon2. */
@QuarkusIntegrationTest
@TestProfile(ImportedLoginInJavaIT.InJava.class)
class ImportedLoginInJavaIT extends ImportedLoginTest {

    /** Configures the Java implementation. */
    public static final class InJava implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("signet.accounts.password.argon2", "java");
        }
    }
}
