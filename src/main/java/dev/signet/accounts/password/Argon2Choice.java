package dev.signet.accounts.password;

import dev.signet.error.Settings;
import io.quarkus.runtime.ImageMode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Which way of computing Argon2id this process takes, and why; trusted after the reference implementation's own test. */
record Argon2Choice(Argon2 argon2, String sentence) {

    private static final Settings SETTINGS = Settings.under("signet.accounts.password");
    private static final Argon2Parameters KNOWN = new Argon2Parameters(256, 2, 2);
    private static final String KNOWN_ANSWER = "6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037";

    static Argon2Choice of(PasswordConfig.Way wanted) {
        return switch (wanted) {
            case JAVA -> own("because signet.accounts.password.argon2 is java");
            case LIBARGON2 ->
                system().orElseThrow(() -> SETTINGS.refused(
                        "argon2",
                        "is libargon2, but libargon2 needs the native binary and a system with libargon2.so.1"));
            case AUTO ->
                system().orElseGet(() -> own(
                        inImage()
                                ? "a quarter slower than libargon2, because the system has no libargon2.so.1"
                                : "the fastest implementation on a JVM"));
        };
    }

    private static Optional<Argon2Choice> system() {
        return inImage()
                ? SystemArgon2.open().map(argon2 -> trusted(argon2, "Password hashes are computed by libargon2"))
                : Optional.empty();
    }

    private static Argon2Choice own(String why) {
        return trusted(new OwnArgon2(), "Password hashes are computed in Java, " + why);
    }

    private static Argon2Choice trusted(Argon2 argon2, String sentence) {
        byte[] answer = argon2.hash(KNOWN, ascii("password"), ascii("somesalt"), KNOWN_ANSWER.length() / 2);
        if (!Arrays.equals(answer, HexFormat.of().parseHex(KNOWN_ANSWER))) {
            throw new IllegalStateException(argon2.name() + " fails the known-answer test of Argon2id");
        }
        return new Argon2Choice(argon2, sentence);
    }

    private static boolean inImage() {
        return ImageMode.current() == ImageMode.NATIVE_RUN;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
