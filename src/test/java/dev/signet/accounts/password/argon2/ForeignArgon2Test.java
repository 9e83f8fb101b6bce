package dev.signet.accounts.password.argon2;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Argon2id by the library of the system, which Java 22 and later can call. */
@EnabledForJreRange(min = JRE.JAVA_22, disabledReason = "this Java version cannot call libargon2")
class ForeignArgon2Test extends Argon2Test {

    private static final byte[] SALT = "somesalt".getBytes(UTF_8);

    ForeignArgon2Test() {
        super(ForeignArgon2.open(POOLED_KIB)
                .orElseThrow(() -> new AssertionError("install libargon2.so.1 (Debian libargon2-1)")));
    }

    @Test
    void hashWithUnpooledMemoryMatchesJava() {
        Argon2Parameters parameters = new Argon2Parameters(POOLED_KIB + 8, 1, 2);
        byte[] password = "password".getBytes(UTF_8);

        assertThat(ForeignArgon2.open(POOLED_KIB).orElseThrow().hash(parameters, password, SALT, 32))
                .isEqualTo(new JavaArgon2(POOLED_KIB).hash(parameters, password, SALT, 32));
    }

    @Test
    void errorOfTheLibraryIsReported() {
        Argon2 argon2 = ForeignArgon2.open(POOLED_KIB).orElseThrow();

        assertThatIllegalStateException()
                .isThrownBy(() -> argon2.hash(new Argon2Parameters(8, 1, 1), new byte[0], new byte[1], 32))
                .withMessageContaining("libargon2.so.1 returned -6");
    }

    // A throwable that leaves a function that C called ends the JVM.
    @Test
    void failedAllocationIsReported() {
        ForeignArgon2 argon2 = ForeignArgon2.open(POOLED_KIB).orElseThrow();
        Argon2Parameters parameters = new Argon2Parameters(POOLED_KIB, 1, 1);

        assertThatIllegalStateException()
                .isThrownBy(() -> argon2.hash(parameters, new byte[8], SALT, 32, size -> {
                    throw new OutOfMemoryError("no direct memory");
                }))
                .withMessageContaining("libargon2.so.1 returned -22");
        assertThat(argon2.hash(parameters, new byte[8], SALT, 32))
                .isEqualTo(new JavaArgon2(POOLED_KIB).hash(parameters, new byte[8], SALT, 32));
    }
}
