package dev.signet.accounts.password.argon2;

import dev.signet.error.Settings;
import io.quarkus.runtime.ImageMode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The implementation of Argon2id that this process uses, with its reason. It is used only after it passes a test vector
 * of the reference implementation.
 */
public record Argon2Choice(Argon2 argon2, String description) {

    private static final Settings SETTINGS = Settings.under("signet.accounts.password");
    private static final String NO_LIBRARY =
            "slower than by libargon2, because the system has no usable libargon2.so.1";
    private static final String OLD_JAVA = "slower than by libargon2, which needs Java 22 or later";
    private static final Argon2Parameters TEST_PARAMETERS = new Argon2Parameters(256, 2, 2);
    private static final String EXPECTED_HASH = "6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037";

    /** Selects the implementation; it pools memory for hashes of {@code pooledKib} KiB. */
    public static Argon2Choice of(Argon2Implementation configured, int pooledKib) {
        return switch (configured) {
            case JAVA -> inJava(pooledKib, "because signet.accounts.password.argon2 is java");
            case LIBARGON2 ->
                fromSystem(pooledKib)
                        .orElseThrow(
                                () -> SETTINGS.invalid(
                                        "argon2",
                                        "is libargon2, but libargon2 needs a system with libargon2.so.1, and Java 22 or the native binary"));
            case AUTO ->
                fromSystem(pooledKib).orElseGet(() -> inJava(pooledKib, canCallLibraries() ? NO_LIBRARY : OLD_JAVA));
        };
    }

    private static Optional<Argon2Choice> fromSystem(int pooledKib) {
        if (!canCallLibraries()) {
            return Optional.empty();
        }
        return (isNativeImage() ? SystemArgon2.open() : ForeignArgon2.open(pooledKib))
                .map(argon2 -> verified(argon2, "Password hashes are computed by libargon2"));
    }

    private static Argon2Choice inJava(int pooledKib, String reason) {
        return verified(new JavaArgon2(pooledKib), "Password hashes are computed in Java, " + reason);
    }

    private static Argon2Choice verified(Argon2 argon2, String description) {
        byte[] hash = argon2.hash(TEST_PARAMETERS, ascii("password"), ascii("somesalt"), EXPECTED_HASH.length() / 2);
        if (!Arrays.equals(hash, HexFormat.of().parseHex(EXPECTED_HASH))) {
            throw new IllegalStateException(argon2.name() + " fails the known-answer test of Argon2id");
        }
        return new Argon2Choice(argon2, description);
    }

    private static boolean canCallLibraries() {
        return isNativeImage() || Runtime.version().feature() >= ForeignFunctions.FIRST_JAVA_VERSION;
    }

    private static boolean isNativeImage() {
        return ImageMode.current() == ImageMode.NATIVE_RUN;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
